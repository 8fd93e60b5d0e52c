"""What is asked in front of a screen: choices, forms, confirmations."""
