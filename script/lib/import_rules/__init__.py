"""Rules on imports that import-linter does not bring along; pyproject.toml names them."""
