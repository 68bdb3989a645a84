package crosswalk

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// LeftOf is what stayed for one reason in one category.
type LeftOf struct {
	Category ghg.Category
	Reason   Reason
	Why      words.Term // what the source says of the category, where it says anything
	Records  int
}

// LeftByCategory counts what stayed by category and reason, in the order of the inventory.
func (c Conversion) LeftByCategory() []LeftOf {
	type kind struct {
		code string
		why  Reason
	}
	at := map[kind]int{}
	var out []LeftOf
	for _, l := range c.Left {
		k := kind{l.Record.Category.Code, l.Reason}
		i, met := at[k]
		if !met {
			i = len(out)
			at[k] = i
			out = append(out, LeftOf{Category: l.Record.Category, Reason: l.Reason})
			if l.Reason == KnownToHaveNone {
				out[i].Why = c.Crosswalk.Why(l.Record.Category.Code)
			}
		}
		out[i].Records++
	}
	return out
}

// Details says what went where by which rule, and what stayed and why, in English and in
// Korean.
func (c Conversion) Details() words.Term {
	x := c.Crosswalk
	var en, ko strings.Builder
	line := func(t words.Term, values ...any) {
		a, b := t.Fill(values...)
		en.WriteString(a + "\n")
		ko.WriteString(b + "\n")
	}
	line(words.Term{En: "%s (%s: %s): %d records moved, %d stayed", Ko: "%s (%s: %s): %d건을 옮기고 %d건이 남음"},
		x.Name(), x.Basis().term(), x.Source(), c.Converted.Len(), c.Remainder.Len())
	for _, m := range c.Moves {
		lifted, confidence := words.Term{}, words.Term{}
		if m.Lifted {
			lifted = words.Term{En: ", to a common parent", Ko: ", 공통 상위 분류로"}
		}
		if m.Rule.confidence.Valid() {
			confidence.En, confidence.Ko = words.Term{En: ", confidence %s", Ko: ", 신뢰도 %s"}.Fill(m.Rule.confidence.Term())
		}
		line(words.Term{En: "  %s → %s: %d, by %s%s%s", Ko: "  %s → %s: %d건, 규칙 %s%s%s"},
			m.From.Code, m.To.Code, m.Records, m.Rule, lifted, confidence)
	}
	for _, l := range c.LeftByCategory() {
		why := words.Term{}
		if l.Why != why {
			why = words.Term{En: " (" + l.Why.En + ")", Ko: " (" + l.Why.Ko + ")"}
		}
		line(words.Term{En: "  stayed: %s: %d, %s%s", Ko: "  남음: %s: %d건, %s%s"}, l.Category.Code, l.Records, l.Reason.term(), why)
	}
	return words.Term{En: en.String(), Ko: ko.String()}
}

// MarshalJSON writes the converted inventory and the remainder, the moves and, by category,
// what stayed.
func (c Conversion) MarshalJSON() ([]byte, error) {
	if c.Crosswalk.def == nil {
		return nil, fmt.Errorf("conversion: %w", ErrNoRules)
	}
	type move struct {
		From       string `json:"from"`
		To         string `json:"to"`
		Rule       string `json:"rule"`
		Confidence string `json:"confidence,omitempty"`
		Lifted     bool   `json:"lifted,omitempty"`
		Records    int    `json:"records"`
	}
	type left struct {
		Category string `json:"category"`
		Reason   Reason `json:"reason"`
		ReasonKo string `json:"reason_ko"`
		Why      string `json:"why,omitempty"`
		Records  int    `json:"records"`
	}
	moves, lefts := []move{}, []left{}
	for _, m := range c.Moves {
		x := move{m.From.Code, m.To.Code, m.Rule.String(), "", m.Lifted, m.Records}
		if m.Rule.confidence.Valid() {
			x.Confidence = m.Rule.confidence.String()
		}
		moves = append(moves, x)
	}
	for _, l := range c.LeftByCategory() {
		lefts = append(lefts, left{l.Category.Code, l.Reason, l.Reason.Korean(), l.Why.En, l.Records})
	}
	return json.Marshal(struct {
		Crosswalk string        `json:"crosswalk"`
		Basis     Basis         `json:"basis"`
		Source    string        `json:"source"`
		Placing   Placing       `json:"placing"`
		Converted ghg.Inventory `json:"converted"`
		Remainder ghg.Inventory `json:"remainder"`
		Moves     []move        `json:"moves"`
		Left      []left        `json:"left"`
		Findings  ghg.Findings  `json:"findings"`
	}{c.Crosswalk.String(), c.Crosswalk.Basis(), c.Crosswalk.Source(), c.Placing, c.Converted, c.Remainder, moves, lefts, c.Findings})
}
