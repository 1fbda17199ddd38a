import json

from infisical_e2ee import Client

with Client.from_env() as client:
    print(json.dumps(client.secrets.list().to_dict()))
