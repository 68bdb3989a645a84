package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

//go:embed schema/*.json
var files embed.FS

// common is the file of what the others share; it is the schema of no document.
const common = "common"

// compile makes the schemas ready, by the names of their files: "plan".
func compile() (map[string]*jsonschema.Schema, error) {
	entries, err := files.ReadDir("schema")
	if err != nil {
		return nil, err
	}
	c, ids := jsonschema.NewCompiler(), map[string]string{}
	for _, e := range entries {
		text, err := files.ReadFile("schema/" + e.Name())
		if err != nil {
			return nil, err
		}
		var head struct {
			ID string `json:"$id"`
		}
		if err := json.Unmarshal(text, &head); err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		if err := c.AddResource(head.ID, doc); err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		ids[strings.TrimSuffix(e.Name(), ".json")] = head.ID
	}
	out := map[string]*jsonschema.Schema{}
	for name, id := range ids {
		s, err := c.Compile(id)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if name != common {
			out[name] = s
		}
	}
	return out, nil
}

// formOf says which form a document is of: the one that it names, or the one that takes it.
// The error says what does not stand.
func formOf(schemas map[string]*jsonschema.Schema, text []byte) (string, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return "", err
	}
	fields, _ := doc.(map[string]any)
	stated, _ := fields["format"].(string)
	if words := strings.Fields(stated); len(words) > 1 && schemas[words[1]] != nil {
		return words[1], schemas[words[1]].Validate(doc)
	}
	names := slices.Sorted(maps.Keys(schemas))
	for _, name := range names {
		if schemas[name].Validate(doc) == nil {
			return name, nil
		}
	}
	return "", fmt.Errorf("it is of no form that has a schema: there are %s", strings.Join(names, ", "))
}
