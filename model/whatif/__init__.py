"""What-if: changes, spreads and goals tried on a plan as a scenario of differences, and what they cost."""
