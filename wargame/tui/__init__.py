"""The Textual interface: one screen for each kind of seat, one widget a file."""

import os

# Textual paints at the ticks of a clock. What follows a key press is often painted at the second
# or third of them: at its usual 60 a second that alone takes up to 50 ms.
os.environ.setdefault("TEXTUAL_FPS", "120")
