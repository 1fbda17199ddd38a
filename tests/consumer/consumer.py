import json
import os

from infisical_e2ee import Client

with Client(base_url=os.environ["INFISICAL_URL"], token=os.environ["INFISICAL_TOKEN"]) as client:
    print(json.dumps(client.secrets.list().to_dict()))
