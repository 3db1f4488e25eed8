"""The three looks: dark, light and high contrast. Colours only; meaning is carried by signs too."""

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="dark",
    primary="#7aa2f7",
    secondary="#9aa5ce",
    accent="#ffb454",
    foreground="#d8dee9",
    background="#14171c",
    surface="#14171c",
    panel="#1d222a",
    success="#9ece6a",
    warning="#ff9e64",
    error="#f7768e",
    dark=True,
    variables={
        "text-muted": "#8b93a3",
        "text-success": "#9ece6a",
        "text-warning": "#ff9e64",
        "text-error": "#f7768e",
        "input-cursor-text-style": "reverse",
    },
)
LIGHT: Final = Theme(
    name="light",
    primary="#1f4e9e",
    secondary="#4a5568",
    accent="#a34400",
    foreground="#1a1d21",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#efede6",
    success="#2f6d1f",
    warning="#9a3b00",
    error="#a3123a",
    dark=False,
    variables={
        "text-muted": "#666b73",
        "text-success": "#2f6d1f",
        "text-warning": "#9a3b00",
        "text-error": "#a3123a",
        "input-cursor-text-style": "reverse",
    },
)
HIGH_CONTRAST: Final = Theme(
    name="high-contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#00ff66",
    warning="#ffd000",
    error="#ff6666",
    dark=True,
    variables={
        "text-muted": "#c8c8c8",
        "text-success": "#00ff66",
        "text-warning": "#ffd000",
        "text-error": "#ff6666",
        "input-cursor-text-style": "reverse",
    },
)
THEMES: Final[tuple[Theme, ...]] = (DARK, LIGHT, HIGH_CONTRAST)
