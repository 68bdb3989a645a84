// Package estimatetest runs published vectors against the methods of ghg/estimate: inputs,
// expected values, tolerances.
package estimatetest

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// Vector is one of a file of vectors.
type Vector struct {
	ID, Topic, Group, Note string
	Inputs, Expected       any
	Tolerance              any
	Raw                    map[string]any // all of it, by the names of the file
}

// Vectors are those of a file that are asked for, each a subtest TestVectors/<id>: check says
// what is done with one. One that is asked for and has no check fails, as does a check
// without its vector.
func Vectors(t *testing.T, file string, of func(Vector) bool, checks map[string]func(*testing.T, Vector)) {
	t.Helper()
	seen := map[string]bool{}
	for _, v := range read(t, file) {
		if !of(v) {
			continue
		}
		seen[v.ID] = true
		t.Run(v.ID, func(t *testing.T) {
			check, ok := checks[v.ID]
			if !ok {
				t.Fatalf("no test of vector %s: %v → %v", v.ID, v.Inputs, v.Expected)
			}
			check(t, v)
		})
	}
	for id := range checks {
		if !seen[id] {
			t.Error("no such vector:", id)
		}
	}
}

func read(t *testing.T, file string) []Vector {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var doc struct {
		Vectors []map[string]any `json:"vectors"`
	}
	d := json.NewDecoder(f)
	d.UseNumber()
	if err := d.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	var out []Vector
	for _, raw := range doc.Vectors {
		v := Vector{Raw: raw, Inputs: raw["inputs"], Expected: raw["expected"], Tolerance: raw["tolerance"]}
		v.ID, _ = raw["id"].(string)
		v.Topic, _ = raw["topic"].(string)
		v.Group, _ = raw["group"].(string)
		v.Note, _ = raw["note"].(string)
		out = append(out, v)
	}
	return out
}

// At is what stands at a path of names and places: At(v.Inputs, "modes", "0", "share").
func At(x any, path ...string) any {
	for _, p := range path {
		switch at := x.(type) {
		case map[string]any:
			x = at[p]
		case []any:
			i, err := strconv.Atoi(p)
			if err != nil || i >= len(at) {
				return nil
			}
			x = at[i]
		default:
			return nil
		}
	}
	return x
}

// In is a number of the inputs as the file writes it, for a term: In(t, "quantity_m3").
func (v Vector) In(t *testing.T, path ...string) string {
	t.Helper()
	return number(t, At(v.Inputs, path...), path).String()
}

// Want is a number of what is expected.
func (v Vector) Want(t *testing.T, path ...string) decimal.Decimal {
	t.Helper()
	return number(t, At(v.Expected, path...), path)
}

// Equal fails unless a number is the expected one, within the tolerance of the vector:
// absolute, relative ("rel:1e-9"), or one for each name.
func (v Vector) Equal(t *testing.T, got decimal.Decimal, path ...string) {
	t.Helper()
	want := v.Want(t, path...)
	tolerance := v.Tolerance
	if each, ok := tolerance.(map[string]any); ok && len(path) > 0 {
		tolerance = each[path[len(path)-1]]
	}
	bound := decimal.Zero
	switch x := tolerance.(type) {
	case string:
		if relative, ok := strings.CutPrefix(x, "rel:"); ok {
			bound = number(t, json.Number(relative), path).Mul(want.Abs())
		} else {
			bound = number(t, json.Number(x), path)
		}
	case json.Number:
		bound = number(t, x, path)
	}
	if got.Sub(want).Abs().GreaterThan(bound) {
		t.Error(v.ID, path, "is", got, "- expected", want, "within", bound)
	}
}

func number(t *testing.T, x any, path []string) decimal.Decimal {
	t.Helper()
	var text string
	switch x := x.(type) {
	case json.Number:
		text = x.String()
	case string:
		text = x
	}
	d, err := decimal.NewFromString(text)
	if err != nil {
		t.Fatalf("%s is no number: %v", strings.Join(path, "."), x)
	}
	return d
}
