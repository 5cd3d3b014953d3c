"""The panes of the interface: each draws its own lines and sends only the cells that changed."""
