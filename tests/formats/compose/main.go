// Parses an env file with Docker Compose's library, and prints names and values as JSON.
package main

import (
	"encoding/json"
	"os"

	"github.com/compose-spec/compose-go/v2/dotenv"
)

func main() {
	// Every environment variable gets this value, so that an interpolation is visible.
	planted := func(string) (string, bool) { return "put in place", true }
	values, err := dotenv.ParseWithLookup(os.Stdin, planted)
	if err != nil {
		panic(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(values); err != nil {
		panic(err)
	}
}
