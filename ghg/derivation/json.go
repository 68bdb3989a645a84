package derivation

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Version is that of the form, and of the grammar of its formulas.
const Version = 1

// MostBytes is how long a document may be.
const MostBytes = 8 << 20

// The names of kinds and modes in files.
var (
	kindIDs = []string{"given", "computed", "solved", "decided", "found", "told"}
	modeIDs = []string{"exact", "half-away", "down", "largest-remainder", "on-largest"}
)

// ID is the checksum of all that the derivation says: any change gives another.
func (d Derivation) ID() string {
	if d.IsZero() {
		return ""
	}
	text, err := d.MarshalJSON()
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

type wireText struct {
	En string `json:"en"`
	Ko string `json:"ko"`
}

type wireDerivation struct {
	Version int        `json:"version"`
	Title   wireText   `json:"title"`
	Steps   []wireStep `json:"steps"`
}

type wireStep struct {
	Symbol   string        `json:"symbol"`
	What     wireText      `json:"what"`
	Kind     string        `json:"kind"`
	Unit     string        `json:"unit,omitempty"`
	Index    string        `json:"index,omitempty"`
	Formula  string        `json:"formula,omitempty"`
	When     string        `json:"when,omitempty"`
	Rounding *wireRounding `json:"rounding,omitempty"`
	Cases    []wireCase    `json:"cases,omitempty"`
	Equation string        `json:"equation,omitempty"`
	Source   string        `json:"source,omitempty"`
	Note     *wireText     `json:"note,omitempty"`
	Values   []wireCell    `json:"values,omitempty"`
}

type wireRounding struct {
	Mode   string `json:"mode"`
	Places int32  `json:"places"`
	To     string `json:"to,omitempty"`
}

type wireCase struct {
	Name  string   `json:"name"`
	What  wireText `json:"what"`
	If    string   `json:"if,omitempty"`
	Holds bool     `json:"holds"`
}

type wireCell struct {
	Row       string    `json:"row,omitempty"`
	Label     *wireText `json:"label,omitempty"`
	Value     *string   `json:"value,omitempty"`
	Undefined *wireText `json:"undefined,omitempty"`
	Source    string    `json:"source,omitempty"`
	From      string    `json:"from,omitempty"`
}

func wired(t words.Term) *wireText {
	if t == (words.Term{}) {
		return nil
	}
	return &wireText{t.En, t.Ko}
}

func (t *wireText) term() words.Term {
	if t == nil {
		return words.Term{}
	}
	return words.Term{En: t.En, Ko: t.Ko}
}

// MarshalJSON writes the derivation in its form, which [Read] and UnmarshalJSON take.
func (d Derivation) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	w := wireDerivation{Version: Version, Title: wireText{d.def.Title.En, d.def.Title.Ko}}
	for _, s := range d.def.Steps {
		x := wireStep{Symbol: s.Symbol, What: wireText{s.What.En, s.What.Ko}, Kind: kindIDs[s.Kind], Unit: s.Unit, Index: s.Index,
			Formula: s.Formula, When: s.When, Equation: s.Equation, Source: s.Source, Note: wired(s.Note)}
		if s.Rounding.Mode != Exact {
			x.Rounding = &wireRounding{modeIDs[s.Rounding.Mode], s.Rounding.Places, s.Rounding.To}
		}
		for _, c := range s.Cases {
			x.Cases = append(x.Cases, wireCase{c.Name, wireText{c.What.En, c.What.Ko}, c.If, c.Holds})
		}
		for _, c := range s.Cells {
			v := wireCell{Row: c.Row, Label: wired(c.Label), Undefined: wired(c.Undefined), Source: c.Source, From: c.From}
			if c.IsDefined() {
				text := exact.Text(c.Value)
				v.Value = &text
			}
			x.Values = append(x.Values, v)
		}
		w.Steps = append(w.Steps, x)
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false) // formulas have < and >
	if err := e.Encode(w); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

// Read reads a derivation from outside: at most [MostBytes], no field that is not known,
// and nothing behind it. It checks what [New] checks, and does not replay.
func Read(r io.Reader) (Derivation, error) {
	text, err := io.ReadAll(io.LimitReader(r, MostBytes+1))
	if err != nil {
		return Derivation{}, err
	}
	if len(text) > MostBytes {
		return Derivation{}, fmt.Errorf("a derivation of more than %d bytes is not read", MostBytes)
	}
	var d Derivation
	return d, d.UnmarshalJSON(text)
}

// UnmarshalJSON reads what MarshalJSON writes, as [Read] does.
func (d *Derivation) UnmarshalJSON(text []byte) error {
	if bytes.Equal(bytes.TrimSpace(text), []byte("null")) {
		*d = Derivation{}
		return nil
	}
	if len(text) > MostBytes {
		return fmt.Errorf("a derivation of more than %d bytes is not read", MostBytes)
	}
	var w wireDerivation
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&w); err != nil {
		return err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is text behind the derivation")
	}
	if w.Version != Version {
		return fmt.Errorf("version %d of derivations is not known: %d is read", w.Version, Version)
	}
	def := Definition{Title: w.Title.term()}
	if len(w.Steps) > maxSteps {
		return Faults{{"", "steps", fmt.Sprint(len(w.Steps)), fmt.Sprintf("1 to %d are allowed", maxSteps)}}
	}
	for _, x := range w.Steps {
		s, err := x.step()
		if err != nil {
			return fmt.Errorf("step %s: %w", words.Quote(x.Symbol), err)
		}
		def.Steps = append(def.Steps, s)
	}
	out, err := New(def)
	if err == nil {
		*d = out
	}
	return err
}

// of finds an ID in a list.
func of(ids []string, id, what string) (int, error) {
	for i, x := range ids {
		if x == id {
			return i, nil
		}
	}
	return 0, fmt.Errorf("no %s %q: %s are allowed", what, words.Clip(id, 60), ids)
}

func (x wireStep) step() (Step, error) {
	kind, err := of(kindIDs, x.Kind, "kind")
	if err != nil {
		return Step{}, err
	}
	s := Step{Symbol: x.Symbol, What: x.What.term(), Kind: Kind(kind), Unit: x.Unit, Index: x.Index, Formula: x.Formula, When: x.When,
		Equation: x.Equation, Source: x.Source, Note: x.Note.term()}
	if r := x.Rounding; r != nil {
		mode, err := of(modeIDs, r.Mode, "rounding")
		if err != nil {
			return s, err
		}
		s.Rounding = Rounding{Mode(mode), r.Places, r.To}
	}
	for _, c := range x.Cases {
		s.Cases = append(s.Cases, Case{c.Name, c.What.term(), c.If, c.Holds})
	}
	if len(x.Values) > maxCells {
		return s, fmt.Errorf("at most %d values are allowed", maxCells)
	}
	for _, v := range x.Values {
		c := Cell{Row: v.Row, Label: v.Label.term(), Undefined: v.Undefined.term(), Source: v.Source, From: v.From}
		if (v.Value == nil) != (v.Undefined != nil) {
			return s, errors.New("a value, or why it is undefined, is needed, and not both")
		}
		if v.Value != nil {
			if c.Value, err = numberOf(*v.Value); err != nil {
				return s, err
			}
		}
		s.Cells = append(s.Cells, c)
	}
	return s, nil
}

// numberOf reads the text of a value: a result may have more digits than what is given.
func numberOf(text string) (decimal.Decimal, error) {
	if len(text) > exact.MaxResultDigits+10 {
		return decimal.Decimal{}, fmt.Errorf("a value of %d bytes: at most %d digits are allowed", len(text), exact.MaxResultDigits)
	}
	for i, c := range text {
		if (c < '0' || c > '9') && c != '.' && (c != '-' || i > 0) {
			return decimal.Decimal{}, fmt.Errorf("%q is no number", words.Clip(text, 60))
		}
	}
	d, err := decimal.NewFromString(text)
	if err != nil {
		return d, fmt.Errorf("%q is no number", words.Clip(text, 60))
	}
	return d, nil
}
