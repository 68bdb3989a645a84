package strategy

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// JSONFormat names what a document of a plan may mean and does not hold itself.
type JSONFormat struct {
	Views []ghg.View // by their IDs, declared ones too
	// Schemes are those of categories where the view is a declared one and has none.
	Schemes []ghg.Scheme
	Metrics []ghg.Metric // one's own: those that are published are always known
}

// maxDocument bounds the document of a plan or baseline, in bytes.
const maxDocument = 64 << 20

// number is a decimal as documents have it: a text, within the bounds of an input.
type number decimal.Decimal

// MarshalText writes what UnmarshalText reads.
func (n number) MarshalText() ([]byte, error) { return decimal.Decimal(n).MarshalText() }

// UnmarshalText reads what [exact.Parse] reads.
func (n *number) UnmarshalText(text []byte) error {
	d, err := exact.Parse(string(text))
	if err != nil {
		return fmt.Errorf("number %s: %w", words.Quote(words.Clip(string(text), ghg.MaxName)), err)
	}
	*n = number(d)
	return nil
}

// readStrict reads a part of a document as [ghg.ReadStrictJSON] does. What is of another
// type than its field is a [ghg.Fault].
func readStrict(text []byte, into any) error {
	return inWords(ghg.ReadStrictJSON(bytes.NewReader(text), int64(len(text)), into))
}

var textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()

// inWords says in words what the decoder says of a value of another type.
func inWords(err error) error {
	var wrong *json.UnmarshalTypeError
	if !errors.As(err, &wrong) {
		return err
	}
	of := wrong.Type
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	field := wrong.Field[strings.LastIndexByte(wrong.Field, '.')+1:] // before it stand names of Go's
	refuse := func(needed string) error {
		return ghg.Fault{Code: ghg.FaultField, Field: field, Value: wrong.Value, Detail: needed}
	}
	switch kind := of.Kind(); {
	case kind == reflect.String, reflect.PointerTo(of).Implements(textUnmarshaler):
		return refuse("a text is needed")
	case kind == reflect.Struct:
		return refuse("an object is needed")
	case kind == reflect.Slice:
		return refuse("a list is needed")
	case kind == reflect.Bool:
		return refuse("true or false is needed")
	}
	return refuse("a whole number is needed")
}

// isNull reports whether a part of a document is null or left out.
func isNull(text []byte) bool {
	text = bytes.TrimSpace(text)
	return len(text) == 0 || string(text) == "null"
}

// byYear is a list of years as a map; a year given twice is a [*ghg.TwiceError].
func byYear[T any](of string, list []ghg.InYear[T]) (map[int]T, error) {
	out := make(map[int]T, len(list))
	for _, y := range list {
		if _, twice := out[y.Year]; twice {
			return nil, &ghg.TwiceError{Of: of, What: "year", ID: strconv.Itoa(y.Year)}
		}
		out[y.Year] = y.Value
	}
	return out, nil
}

// valuesIn are values by year that are written as texts; nil where none are given.
func valuesIn[T any](of string, list []ghg.InYear[string], parse func(string) (T, error)) (map[int]T, error) {
	if len(list) == 0 {
		return nil, nil
	}
	texts, err := byYear(of, list)
	if err != nil {
		return nil, err
	}
	out := make(map[int]T, len(texts))
	for year, text := range texts {
		if text == "" {
			return nil, ghg.Refusal(fmt.Sprintf("%s in %d", of, year), "value", "", "none is given: leave out a year that is not known")
		}
		if out[year], err = parse(text); err != nil {
			return nil, fmt.Errorf("%s in %d: %w", of, year, err)
		}
	}
	return out, nil
}

// basis finds what a document names.
func (f JSONFormat) basis(view string, edition, scheme ghg.SchemeID, metric string) (v ghg.View, s ghg.Scheme, m ghg.Metric, err error) {
	if v, err = ghg.FindView(view, f.Views); err != nil {
		return v, s, m, err
	}
	if have := v.ID().Scheme; have != edition {
		detail := fmt.Sprintf("the view %s is of edition %q", v, have)
		return v, s, m, ghg.Fault{Code: ghg.FaultField, Field: "edition", Value: string(edition), Detail: detail}
	}
	if metric == "" {
		return v, s, m, ghg.ErrNoMetric
	}
	if m, err = ghg.ParseMetric(metric, f.Metrics...); err != nil || scheme == "" {
		return v, s, m, err
	}
	var allowed []string
	for _, s := range append([]ghg.Scheme{v.Scheme()}, f.Schemes...) {
		if s.ID() == scheme {
			return v, s, m, nil
		}
		allowed = append(allowed, string(s.ID()))
	}
	return v, s, m, &ghg.UnknownError{What: "scheme", ID: string(scheme), Allowed: allowed}
}

// checkForm refuses a document of another form, and one that states none.
func checkForm(found, needed ghg.Form) error {
	if found == needed {
		return nil
	}
	return ghg.Fault{Code: ghg.FaultForm, Field: "format", Value: words.Clip(string(found), ghg.MaxName),
		Detail: fmt.Sprintf("%q is needed", string(needed))}
}
