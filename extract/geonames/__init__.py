"""The compact table of places made from GeoNames; see README.md beside this file."""
