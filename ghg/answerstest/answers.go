// Package answerstest holds answers that tests make against what they are to be as JSON.
package answerstest

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"slices"
	"testing"
)

// Check writes answers as JSON and holds them against testdata/answers.json, which has each
// of them under its name and no other: what they hold is equal, whatever the order of fields.
// An answer with an object of no fields has dropped something without a word.
func Check(t testing.TB, answers map[string]any) {
	t.Helper()
	text, err := os.ReadFile("testdata/answers.json")
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]any
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal("testdata/answers.json:", err)
	}
	for _, name := range slices.Sorted(maps.Keys(answers)) {
		got, err := json.Marshal(answers[name])
		if err != nil {
			t.Error(name, "is not written:", err)
			continue
		}
		if bytes.Contains(got, []byte("{}")) {
			t.Error(name, "drops what it holds:", string(got))
		}
		var read any
		if err := json.Unmarshal(got, &read); err != nil {
			t.Error(name, "is no JSON:", err)
		}
		if !reflect.DeepEqual(want[name], read) {
			wanted, _ := json.Marshal(want[name])
			again, _ := json.Marshal(read) // in the order of the fields
			t.Error(name, "is written as", string(again), "and is to be", string(wanted))
		}
		delete(want, name)
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		t.Error("testdata/answers.json:", name, "is no answer of the test")
	}
}
