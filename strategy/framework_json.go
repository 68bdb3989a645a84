package strategy

import (
	"encoding/json"
	"fmt"
	"slices"
)

type frameworkJSON struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	NameKo string `json:"name_ko,omitempty"`
	Source string `json:"source,omitempty"`
	Areas  []Area `json:"areas"`
}

// MarshalJSON writes the framework with its areas in order. The zero Framework is null.
func (f Framework) MarshalJSON() ([]byte, error) {
	if f.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(frameworkJSON{f.ID(), f.Name(), f.NameKo(), f.Source(), slices.AppendSeq([]Area{}, f.Areas())})
}

// UnmarshalJSON reads what MarshalJSON writes, and checks it as [NewFramework] does.
// Unknown fields are refused.
func (f *Framework) UnmarshalJSON(text []byte) error {
	if isNull(text) {
		*f = Framework{}
		return nil
	}
	var doc frameworkJSON
	if err := readStrict(text, &doc); err != nil {
		return fmt.Errorf("framework: %w", err)
	}
	read, err := NewFramework(FrameworkDefinition(doc))
	if err == nil {
		*f = read
	}
	return err
}
