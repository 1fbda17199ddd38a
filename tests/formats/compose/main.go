// Reads a file of variables as Docker Compose does, and prints names and values as JSON.
package main

import (
	"encoding/json"
	"os"

	"github.com/compose-spec/compose-go/v2/dotenv"
)

func main() {
	// Variables of the environment have a value of their own, so that one put in place shows.
	planted := func(string) (string, bool) { return "put in place", true }
	values, err := dotenv.ParseWithLookup(os.Stdin, planted)
	if err != nil {
		panic(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(values); err != nil {
		panic(err)
	}
}
