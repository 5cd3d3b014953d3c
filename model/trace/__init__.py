"""The thread of a plan: what rests on what, from finding to money and back, and what each link was confirmed on."""
