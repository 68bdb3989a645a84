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
	text, err := d.canonical()
	if err != nil {
		return ""
	}
	return checksum(text)
}

// canonical is the form without the ID.
func (d Derivation) canonical() ([]byte, error) {
	text, err := encode(d.wire())
	if err != nil || !bytes.Contains(text, []byte(`\ufffd`)) {
		return text, err
	}
	var w wireDerivation // a text is not UTF-8: what is read back of it is what counts
	if err := json.Unmarshal(text, &w); err != nil {
		return nil, err
	}
	return encode(w)
}

func checksum(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// ChecksumError says that a document has another checksum than what it says comes to:
// something in it was changed since it was written.
type ChecksumError struct {
	Stated string // in the document
	// Read is what the document says now: replaying it names the step that no longer
	// follows, where one does not.
	Read Derivation
}

func (e *ChecksumError) Error() string {
	return fmt.Sprintf("the derivation has the checksum %s, and what it says comes to %s: it was changed",
		words.Quote(words.Clip(e.Stated, 16)), words.Quote(words.Clip(e.Read.ID(), 16)))
}

// wireText is a text in both languages: {"en": …, "ko": …}, or a string where it is one.
type wireText words.Term

func (t wireText) MarshalJSON() ([]byte, error) {
	if t.En == t.Ko {
		return encode(t.En)
	}
	return encode(struct {
		En string `json:"en"`
		Ko string `json:"ko"`
	}(t))
}

func (t *wireText) UnmarshalJSON(text []byte) error {
	if text[0] == '"' {
		err := json.Unmarshal(text, &t.En)
		t.Ko = t.En
		return err
	}
	var both struct {
		En string `json:"en"`
		Ko string `json:"ko"`
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	err := d.Decode(&both)
	*t = wireText(both)
	return err
}

// encode writes without changing < and >, which formulas have.
func encode(v any) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), err
}

type wireDerivation struct {
	Version int         `json:"version"`
	ID      string      `json:"id,omitempty"` // of all the rest
	Title   wireText    `json:"title"`
	Indices []wireIndex `json:"indices,omitempty"`
	Steps   []wireStep  `json:"steps"`
}

type wireIndex struct {
	Letter string    `json:"letter"`
	Rows   []wireRow `json:"rows"`
}

type wireRow struct {
	ID     string    `json:"id"`
	Label  *wireText `json:"label,omitempty"`
	Source string    `json:"source,omitempty"`
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
	Values   []wireValue   `json:"values,omitempty"`
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

// wireValue is a number as a string, or an object where there is more to say.
type wireValue Value

type wireFull struct {
	Value     *string   `json:"value,omitempty"`
	Undefined *wireText `json:"undefined,omitempty"`
	Source    string    `json:"source,omitempty"`
	From      string    `json:"from,omitempty"`
}

func (v wireValue) MarshalJSON() ([]byte, error) {
	text := numberText(v.Number)
	if v.Source == "" && v.From == "" && Value(v).IsDefined() {
		return []byte(`"` + text + `"`), nil
	}
	full := wireFull{Undefined: wired(v.Undefined), Source: v.Source, From: v.From}
	if Value(v).IsDefined() {
		full.Value = &text
	}
	return encode(full)
}

func (v *wireValue) UnmarshalJSON(text []byte) error {
	var full wireFull
	if text[0] == '"' {
		full.Value = new(string)
		if err := json.Unmarshal(text, full.Value); err != nil {
			return err
		}
	} else {
		d := json.NewDecoder(bytes.NewReader(text))
		d.DisallowUnknownFields()
		if err := d.Decode(&full); err != nil {
			return err
		}
	}
	if (full.Value == nil) != (full.Undefined != nil) {
		return errors.New("a value, or why it is undefined, is needed, and not both")
	}
	*v = wireValue{Undefined: full.Undefined.term(), Source: full.Source, From: full.From}
	if full.Value == nil {
		return nil
	}
	var err error
	v.Number, err = numberOf(*full.Value)
	return err
}

func wired(t words.Term) *wireText {
	if t == (words.Term{}) {
		return nil
	}
	return (*wireText)(&t)
}

func (t *wireText) term() words.Term {
	if t == nil {
		return words.Term{}
	}
	return words.Term(*t)
}

// MarshalJSON writes the derivation in its form, which [Read] and UnmarshalJSON take, with
// its ID.
func (d Derivation) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	text, err := d.canonical()
	if err != nil {
		return nil, err
	}
	head := fmt.Appendf(nil, `{"version":%d,`, Version) // what the form begins with
	return append(fmt.Appendf(head, `"id":"%s",`, checksum(text)), text[len(head):]...), nil
}

// wire is the form of a derivation without its ID.
func (d Derivation) wire() wireDerivation {
	d = d.whole()
	w := wireDerivation{Version: Version, Title: wireText(d.def.Title)}
	for _, x := range d.def.Indices {
		rows := make([]wireRow, len(x.Rows))
		for i, r := range x.Rows {
			rows[i] = wireRow{r.ID, wired(r.Label), r.Source}
		}
		w.Indices = append(w.Indices, wireIndex{x.Letter, rows})
	}
	for _, s := range d.def.Steps {
		x := wireStep{Symbol: s.Symbol, What: wireText(s.What), Kind: kindIDs[s.Kind], Unit: s.Unit, Index: s.Index,
			Formula: s.Formula, When: s.When, Equation: s.Equation, Source: s.Source, Note: wired(s.Note)}
		if s.Rounding.Mode != Exact {
			x.Rounding = &wireRounding{modeIDs[s.Rounding.Mode], s.Rounding.Places, s.Rounding.To}
		}
		for _, c := range s.Cases {
			x.Cases = append(x.Cases, wireCase{c.Name, wireText(c.What), c.If, c.Holds})
		}
		x.Values = make([]wireValue, len(s.Values))
		for i, v := range s.Values {
			x.Values[i] = wireValue(v)
		}
		w.Steps = append(w.Steps, x)
	}
	return w
}

// Read reads a derivation from outside: at most [MostBytes], no field that is not known,
// and nothing behind it. It checks what [New] checks, and does not replay. A document that
// has not the ID of what it says is refused with a [ChecksumError]; one without an ID, which
// may have been written by hand, is not.
func Read(r io.Reader) (Derivation, error) {
	text, err := io.ReadAll(io.LimitReader(r, MostBytes+1))
	if err != nil {
		return Derivation{}, err
	}
	var d Derivation
	err = d.UnmarshalJSON(text)
	return d, err
}

// UnmarshalJSON reads what MarshalJSON writes, as [Read] does.
func (d *Derivation) UnmarshalJSON(text []byte) error {
	if len(text) > MostBytes {
		return fmt.Errorf("a derivation of more than %d bytes is not read", MostBytes)
	}
	if bytes.Equal(bytes.TrimSpace(text), []byte("null")) {
		*d = Derivation{}
		return nil
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
	def := Definition{Title: words.Term(w.Title)}
	if len(w.Steps) > maxSteps {
		return fmt.Errorf("a derivation has 1 to %d steps, and not %d", maxSteps, len(w.Steps))
	}
	for _, x := range w.Indices {
		index := Index{Letter: x.Letter}
		for _, r := range x.Rows {
			index.Rows = append(index.Rows, Row{r.ID, r.Label.term(), r.Source})
		}
		def.Indices = append(def.Indices, index)
	}
	for _, x := range w.Steps {
		s, err := x.step()
		if err != nil {
			return fmt.Errorf("step %s: %w", words.Quote(x.Symbol), err)
		}
		def.Steps = append(def.Steps, s)
	}
	out, err := New(def)
	if err != nil {
		return err
	}
	if w.ID != "" && w.ID != out.ID() {
		return &ChecksumError{Stated: w.ID, Read: out}
	}
	*d = out
	return nil
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
	s := Step{Symbol: x.Symbol, What: words.Term(x.What), Kind: Kind(kind), Unit: x.Unit, Index: x.Index, Formula: x.Formula, When: x.When,
		Equation: x.Equation, Source: x.Source, Note: x.Note.term()}
	if r := x.Rounding; r != nil {
		mode, err := of(modeIDs, r.Mode, "rounding")
		if err != nil {
			return s, err
		}
		s.Rounding = Rounding{Mode(mode), r.Places, r.To}
	}
	for _, c := range x.Cases {
		s.Cases = append(s.Cases, Case{c.Name, words.Term(c.What), c.If, c.Holds})
	}
	for _, v := range x.Values {
		s.Values = append(s.Values, Value(v))
	}
	return s, nil
}

// numberText is a value as text: a result may have more digits than what is given.
func numberText(d decimal.Decimal) string {
	if exact.CheckResult(d) != nil {
		return exact.Text(d) // that it is out of bounds
	}
	return d.String()
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
