package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// formOfFile is the form of a file of testdata/forms, "" of one that is no JSON.
func formOfFile(name string) string {
	form, _, _ := strings.Cut(name, "_")
	if filepath.Ext(name) != ".json" {
		return ""
	}
	return form
}

func compiled(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	schemas, err := compile()
	require.NoError(t, err)
	return schemas
}

// takes is what a schema says of a document.
func takes(t *testing.T, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	return s.Validate(doc)
}

// Every form has documents, and both its schema and its reader take them; documents that
// name no form are told by their fields.
func TestDocuments(t *testing.T) {
	schemas := compiled(t)
	seen := map[string]bool{}
	for _, d := range documents(t) {
		seen[d.form] = true
		assert.NoError(t, takes(t, schemas[d.form], d.text), "%s\n%s", d.name, d.text)
		if !strings.Contains(d.name, "_") { // those of testdata/forms are read where their views are made
			assert.NoError(t, read(t, d.form, d.text), d.name)
		}
		found, err := formOf(schemas, d.text)
		require.NoError(t, err, d.name)
		assert.Equal(t, d.form, found, d.name)
	}
	assert.Equal(t, slices.Sorted(maps.Keys(schemas)), slices.Sorted(maps.Keys(seen)))
}

// unread are fields that follow from the rest: a reader compares them, or passes over them.
var unread = []string{"findings", "differ", "change", "relative", "apparent"}

// damages are copies of a document, each damaged in one place: a field renamed, and a value
// of another type. Of things that are alike, such as the records of an inventory, the first
// is damaged.
func damages(t *testing.T, text []byte) map[string][]byte {
	t.Helper()
	var doc any
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	require.NoError(t, d.Decode(&doc))
	out := map[string][]byte{}
	keep := func(what string) {
		if out[what] == nil {
			text, err := json.Marshal(doc)
			require.NoError(t, err)
			out[what] = text
		}
	}
	seen := map[string]bool{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, inner := range maps.Clone(v) {
				at := path + "/" + name
				if slices.Contains(unread, name) || seen[at] && !isComposite(inner) {
					continue
				}
				if !seen[at] {
					seen[at] = true
					delete(v, name)
					v["x"+name] = inner
					keep(at + " renamed")
					delete(v, "x"+name)
					if v[name] = otherType(inner); v[name] != nil {
						keep(at + " of another type")
					}
					v[name] = inner
				}
				walk(at, inner)
			}
		case []any:
			for _, inner := range v {
				walk(path+"/0", inner)
			}
		}
	}
	walk("", doc)
	return out
}

func isComposite(v any) bool {
	switch v.(type) {
	case map[string]any, []any:
		return true
	}
	return false
}

// otherType is a value of another type: a number for a text or an object, a text for all
// else.
func otherType(v any) any {
	switch v.(type) {
	case string, map[string]any:
		return 7
	case nil:
		return nil
	}
	return "x"
}

// A document that is damaged in one place is refused by the schema and by the reader.
func TestDamagedDocuments(t *testing.T) {
	schemas := compiled(t)
	n := 0
	for _, d := range documents(t) {
		if strings.Contains(d.name, "_") && d.form != "plan" && d.form != "baseline" &&
			d.name != "inventory_3.json" && d.name != "yearly_1.json" {
			continue // older versions, and views that are made elsewhere
		}
		for what, text := range damages(t, d.text) {
			n++
			assert.Error(t, takes(t, schemas[d.form], text), "the schema takes %s with %s", d.name, what)
			assert.Error(t, read(t, d.form, text), "the reader takes %s with %s", d.name, what)
		}
	}
	assert.Greater(t, n, 500)
}

// What is wrong in a word, a number or a bound is refused by both.
func TestWrongWords(t *testing.T) {
	schemas := compiled(t)
	for _, c := range []struct{ file, from, to string }{
		{"ghg/testdata/forms/inventory_3.json", `"scope": "1"`, `"scope": "4"`},
		{"ghg/testdata/forms/inventory_3.json", `"variant": "fuel-based"`, `"variant": "coal-based"`},
		{"ghg/testdata/forms/inventory_3.json", `"status": "provisional"`, `"status": "final"`},
		{"ghg/testdata/forms/inventory_3.json", `"factorQuality": "low"`, `"factorQuality": "poor"`},
		{"ghg/testdata/forms/inventory_3.json", `"key": "IE"`, `"key": "NO"`},
		{"ghg/testdata/forms/inventory_3.json", `"mass": "0.1 t"`, `"mass": "0,1 t"`},
		{"ghg/testdata/forms/inventory_3.json", `"mass": "0.1 t"`, `"mass": "0.1 t", "co2e": "0.1 t", "metric": "AR5"`},
		{"ghg/testdata/forms/inventory_3.json", `"metric": "unstated"`, `"metric": ""`},
		{"ghg/testdata/forms/inventory_3.json", `"vintage": 2`, `"vintage": -2`},
		{"ghg/testdata/forms/inventory_3.json", "localghg inventory 3", "localghg inventory 9"},
		{"ghg/testdata/forms/yearly_1.json", `"year": 2018`, `"year": 18`},
		{"ghg/testdata/forms/yearly_1.json", `"status": "actual"`, `"status": "sure"`},
		{"strategy/testdata/forms/plan_1.json", "localghg plan 1", "localghg plan 9"},
		{"strategy/testdata/forms/plan_1.json", `"stage": "in progress"`, `"stage": "begun"`},
		{"strategy/testdata/forms/plan_1.json", `"idea",`, `"cancelled",`},
		{"strategy/testdata/forms/plan_1.json", `"level": "municipality"`, `"level": "town"`},
		{"strategy/testdata/forms/plan_1.json", `"purpose": "mitigation and adaptation"`, `"purpose": "both"`},
		{"strategy/testdata/forms/plan_1.json", `"role": "co-lead"`, `"role": "leader"`},
		{"strategy/testdata/forms/plan_1.json", `"state": "in progress"`, `"state": "completed"`},
		{"strategy/testdata/forms/plan_1.json", `"done": "12.5%"`, `"done": "112.5%"`},
		{"strategy/testdata/forms/plan_1.json", `"weight": "3"`, `"weight": "0"`},
		{"strategy/testdata/forms/plan_1.json", `"weight": "3"`, `"weight": "-3"`},
		{"strategy/testdata/forms/plan_1.json", `"funds": "national"`, `"funds": "federal"`},
		{"strategy/testdata/forms/plan_1.json", "56800000000 KRW (nominal)", "56800000000 KRW"},
		{"strategy/testdata/forms/plan_1.json", `"score": 2`, `"score": 3`},
		{"strategy/testdata/forms/plan_1.json", `"members": 40`, `"members": -1`},
		{"strategy/testdata/forms/plan_1.json", `"start": "2024-03-01"`, `"start": "2024-13-01"`},
		{"strategy/testdata/forms/plan_1.json", `"interaction": "overlapping"`, `"interaction": "some"`},
		{"strategy/testdata/forms/plan_1.json", `"kind": "expected"`, `"kind": "hoped"`},
		{"strategy/testdata/forms/plan_1.json", `"value": "20%"`, `"value": null`},
		{"strategy/testdata/forms/plan_1.json", `"counting": "new in the year"`, `"counting": "counted"`},
		{"strategy/testdata/forms/plan_1.json", `"counting": "new in the year"`, `"counting": "done in the year"`},
		{"strategy/testdata/forms/plan_1.json", `"decay": "1%"`, `"decay": "101%"`},
		{"strategy/testdata/forms/plan_1.json", `"value": "2820"`, `"value": "-2820"`},
		{"strategy/testdata/forms/plan_1.json", `"why": "free riders"`, `"why": "no reason"`},
		{"strategy/testdata/forms/plan_1.json", `"by": "auditor"`, `"by": ""`},
		{"strategy/testdata/forms/plan_1.json", `"stage": "merged"`, `"stage": "idea"`},
		{"strategy/testdata/forms/plan_1.json", `"largestOnly": true`, `"largestOnly": true, "factor": "0.5"`},
		{"strategy/testdata/forms/baseline_1.json", `"status": "projected"`, `"status": "sure"`},
		{"strategy/testdata/forms/baseline_1.json", "40000 tCO2e (AR5)", "much"},
		{"target/testdata/forms/target_1.json", `"base_year"`, `"some_year"`},
		{"target/testdata/forms/target_1.json", `"due": 2030`, `"due": 30`},
		{"target/testdata/forms/target_intensity_1.json", `"kind": "base_year_intensity"`, `"kind": "base_year"`},
	} {
		text, err := os.ReadFile("../../" + c.file)
		require.NoError(t, err)
		form := formOfFile(filepath.Base(c.file))
		edited := []byte(strings.Replace(string(text), c.from, c.to, 1))
		require.NotEqual(t, string(text), string(edited), c.from)
		why := fmt.Sprintf("%s: %s → %s", c.file, c.from, c.to)
		assert.Error(t, takes(t, schemas[form], edited), "the schema takes "+why)
		assert.Error(t, read(t, form, edited), "the reader takes "+why)
	}
}

// What somebody writes by hand, as short as the schema allows, is read.
func TestWrittenByHand(t *testing.T) {
	schemas := compiled(t)
	entries, err := os.ReadDir("testdata")
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, e := range entries {
		form := formOfFile(e.Name())
		if form == "" {
			continue
		}
		text, err := os.ReadFile("testdata/" + e.Name())
		require.NoError(t, err)
		seen[form] = true
		assert.NoError(t, takes(t, schemas[form], text), e.Name())
		assert.NoError(t, read(t, form, text), e.Name())
	}
	for form := range schemas {
		assert.True(t, seen[form] || form == "factors", "no document of %s is written by hand", form) // the ID of factors is a checksum
	}
}

func TestRun(t *testing.T) {
	var out, errs bytes.Buffer
	assert.Equal(t, 2, run(nil, &out, &errs))
	assert.Contains(t, errs.String(), "name the files")
	errs.Reset()
	assert.Equal(t, 0, run([]string{"../../strategy/testdata/forms/plan_1.json", "testdata/cuts_min.json"}, &out, &errs))
	assert.Equal(t, "../../strategy/testdata/forms/plan_1.json: plan\ntestdata/cuts_min.json: cuts\n", out.String())
	assert.Empty(t, errs.String())
	for name, want := range map[string]string{"go.mod": "invalid", "nothing.json": "no such file", "testdata/broken": "/place"} {
		errs.Reset()
		assert.Equal(t, 1, run([]string{name}, &out, &errs))
		assert.Contains(t, errs.String(), want)
	}
	path := filepath.Join(t.TempDir(), "other.json")
	require.NoError(t, os.WriteFile(path, []byte(`{"a": 1}`), 0o600))
	errs.Reset()
	assert.Equal(t, 1, run([]string{path}, &out, &errs))
	assert.Contains(t, errs.String(), "of no form that has a schema: there are baseline, cuts")
}
