package ghg

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// Severity says how much a finding weighs.
type Severity uint8

// A Note explains; a Warning should be looked at; a Serious finding makes a
// figure doubtful.
const (
	Note Severity = iota
	Warning
	Serious
)

// String is the severity in small letters.
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	}
	return "serious"
}

// Korean is the same in Korean: 주의.
func (s Severity) Korean() string { return words.SetName("ghg.Severity", s.String()) }

// Finding is a remark on a record or total that stands.
type Finding struct {
	Code     string // stable; see the Finding… constants
	Severity Severity
	Of       string   // what it is about, where that is no line: "action E-1", "sale 2023-06", "2022"
	Line     int      // of a file, from 1; 0 where it concerns no single line
	Category Category // where it concerns one
	Stated   string   // the value as stated, where there is one
	Found    string   // the value as read or computed
	Detail   string
	DetailKo string // the same in Korean, where it is written
}

// The codes of findings.
const (
	FindingKeyNormalised   = "key-normalised"          // a key was not written as the standard writes it
	FindingKeyUnexplained  = "key-without-explanation" // the GPC asks for one
	FindingIEWithoutPlace  = "ie-without-category"     // where it is included is not said
	FindingIEUnknownPlace  = "ie-unknown-category"     // where it is included is no category of the scheme
	FindingMissingValue    = "missing-value"           // neither number nor key
	FindingNegative        = "negative-value"          // where the scheme has no removals
	FindingMetricOnMass    = "metric-on-mass"          // a mass needs no metric; it was not used
	FindingScope           = "scope-differs"           // the scheme's scope counts
	FindingKeyAndNumber    = "key-and-number"          // one category has NO and a number
	FindingGaps            = "gaps"                    // required categories with neither number nor key
	FindingTotalMismatch   = "total-mismatch"          // a declared total does not reproduce
	FindingTotalRounded    = "total-rounded"           // nor does this one, but for the rounding of printed lines
	FindingTotalWithheld   = "total-withheld"          // lines could not join a total
	FindingCannotJoin      = "cannot-join"             // the line that could not
	FindingMetricAssumed   = "metric-assumed"          // the user said so
	FindingRecomputed      = "recomputed"              // CO2e of one gas taken to another metric
	FindingNotTwelveMonths = "not-twelve-months"       // an inventory period that is not a year
	FindingUnreconciled    = "declared-unreconciled"   // a declared total could not be checked
	FindingVariantPartly   = "variant-partly-stated"   // a category has figures with a variant and without
	FindingMore            = "more"                    // in a list that was cut: how many there are beyond it
	FindingColumnNotRead   = "column-not-read"         // a column that has no meaning here; no line is lost with it
	FindingNotActual       = "not-actual"              // projections or nowcasts within totals
	FindingSameLine        = "same-line-twice"         // a line says what another says
	FindingAllGasesToo     = "all-gases-and-gases"     // CO2e beside the gases that it may be made of
	FindingAboveParts      = "figure-above-its-parts"  // of a category, beside figures of its parts
	FindingSumToo          = "sum-and-parts"           // a figure beside those that it is the sum of
	FindingProvisionalToo  = "provisional-and-final"   // of one source
	FindingOverridePartly  = "override-of-a-part"      // a default gives way to a figure of one of its parts
	FindingAllZero         = "all-zero"                // every number of an inventory is 0
	FindingGasesOfUnit     = "gases-of-unit"           // units say CO2 where CO2e is read, or CO2e where CO2 alone is
)

// String is the finding as one line of text.
func (f Finding) String() string { return f.where("line %d, ", f.Of, f.Code) + f.Detail }

// Name is what its code says, in both languages; of a code that is not of the library it is
// the code.
func (f Finding) Name() words.Term {
	name, _ := words.CodeName(f.Code)
	return name
}

// where is what the finding is of, with its code or the name of it.
func (f Finding) where(line, of, code string) string {
	var b strings.Builder
	if f.Line > 0 {
		fmt.Fprintf(&b, line, f.Line)
	}
	if of != "" {
		b.WriteString(of + ", ")
	}
	if f.Category.Code != "" {
		b.WriteString(f.Category.Code + ", ")
	}
	return b.String() + code + ": "
}

// Said is the finding with its detail in both languages.
func (f Finding) Said(t words.Term, values ...any) Finding {
	f.Detail, f.DetailKo = t.Fill(values...)
	return f
}

// Korean is the finding as one line of text, as String is: what it is about by its Korean
// noun, the Korean name of its code, and its detail in Korean, or in English where it is in
// no table.
func (f Finding) Korean() string {
	of, _ := words.InKorean(f.Of)
	return f.where("%d행, ", of, f.Name().Ko) + f.detailKo()
}

// detailKo is the detail in Korean, or in English where it is in no table.
func (f Finding) detailKo() string {
	if f.DetailKo != "" {
		return f.DetailKo
	}
	detail, _ := words.InKorean(f.Detail)
	return detail
}

// MarshalJSON writes the code with its names, the severity in words, what the finding is
// about and the values; what is not there is left out.
func (f Finding) MarshalJSON() ([]byte, error) {
	name, detailKo := f.Name(), f.detailKo()
	if detailKo == f.Detail {
		detailKo = ""
	}
	return json.Marshal(struct {
		Code     string `json:"code"`
		Name     string `json:"name"`
		NameKo   string `json:"name_ko"`
		Severity string `json:"severity"`
		Of       string `json:"of,omitempty"`
		Line     int    `json:"line,omitempty"`
		Category string `json:"category,omitempty"`
		Stated   string `json:"stated,omitempty"`
		Found    string `json:"found,omitempty"`
		Detail   string `json:"detail"`
		DetailKo string `json:"detail_ko,omitempty"`
	}{f.Code, name.En, name.Ko, f.Severity.String(), f.Of, f.Line, f.Category.Code, f.Stated, f.Found, f.Detail, detailKo})
}

// Findings are remarks in a stable order. Of very many, the first are kept and
// the rest counted.
type Findings struct {
	All  []Finding
	More int // how many there are beyond All
}

// Len is the number of findings, counted ones included.
func (f Findings) Len() int { return len(f.All) + f.More }

// String lists the findings, one a line.
func (f Findings) String() string {
	return words.Lines(f.All, Finding.String, f.More)
}

// Korean lists the findings in Korean, one a line, as String does in English.
func (f Findings) Korean() string {
	return words.LinesKo(f.All, Finding.Korean, f.More)
}

// MarshalJSON writes the findings as a list. Where some were only counted, it
// ends with a finding [FindingMore] that says how many.
func (f Findings) MarshalJSON() ([]byte, error) {
	list := append([]Finding{}, f.All...)
	if f.More > 0 {
		list = append(list, Finding{Code: FindingMore, Detail: fmt.Sprintf("and %d more", f.More)})
	}
	return json.Marshal(list)
}

// Add keeps a finding, or counts it where 1000 are kept already.
func (f *Findings) Add(x Finding) { f.add(maxFaults, x) }

// AddAll adds other findings after these, counted ones too.
func (f *Findings) AddAll(others ...Findings) {
	for _, o := range others {
		for _, x := range o.All {
			f.Add(x)
		}
		f.More += o.More
	}
}

func (f *Findings) add(most int, x Finding) {
	if len(f.All) >= most {
		f.More++
		return
	}
	x.Stated, x.Found = words.Clip(x.Stated, maxKept), words.Clip(x.Found, maxKept)
	f.All = append(f.All, x)
}
