"""Reads all secrets with only INFISICAL_URL and INFISICAL_TOKEN; prints their SHA-256 digests."""

import hashlib
import json

from infisical_e2ee import Client

with Client.from_env() as client:
    secrets = client.secrets.list().to_dict()

print(
    json.dumps(
        {name: hashlib.sha256(value.encode()).hexdigest() for name, value in secrets.items()}
    )
)
