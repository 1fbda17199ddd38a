"""Written by ``make generate`` from ``bindings/surface`` and core's documentation. Do not edit."""
