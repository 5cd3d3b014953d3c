"""What the client sends, read with care: each kind of file gives arrivals for the plan, shown before they are taken."""
