"""What the office knows and does: rules, tables, doors to the outside and the acts upon them."""
