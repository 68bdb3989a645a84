package korea

import (
	_ "embed"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/budgetclasses.tsv
var budgetClassesTSV string

// BudgetClass is a class of budget tagging.
type BudgetClass struct {
	Code string `json:"code"`          // "reducing"
	Name Label  `json:"name,omitzero"` // 감축, reducing
	// Includes are other tags that count in the class, such as 정보부족, too
	// little known, in 중립.
	Includes []string `json:"includes,omitempty"`
	Meaning  string   `json:"meaning,omitempty"`
}

// TaggingScheme is a scheme of climate budget tagging (온실가스감축인지 예산): the
// classes that budget projects are tagged with. The state has one (Framework Act,
// article 24; Decree, article 16), and provinces have their own; figures of two
// schemes do not compare. It is immutable. The zero TaggingScheme is refused.
type TaggingScheme struct{ def *taggingScheme }

type taggingScheme struct {
	id, name, source string
	classes          []BudgetClass
}

var errNoTaggingScheme = errors.New("no scheme of budget tagging given: name one, such as korea.NationalTagging")

// The schemes known: 감축, 배출, 중립 of the state; with 복합 in Gyeonggi; 기후친화,
// 부정영향, 잠재영향, 중립 in Gyeongnam.
var (
	NationalTagging  = mustTagging("national", "National scheme", "Framework Act §24, Decree §16")
	GyeonggiTagging  = mustTagging("gyeonggi", "Gyeonggi", "opengov.seoul.go.kr 26404148")
	GyeongnamTagging = mustTagging("gyeongnam", "Gyeongnam", "Gyeongnam carbon neutrality centre, budget analysis 2025")
)

func mustTagging(id, name, source string) TaggingScheme {
	var classes []BudgetClass
	for r := range table.MustRead(budgetClassesTSV, "scheme", "code", "name_ko", "name_en", "includes_ko", "meaning").Rows() {
		if r.Cell("scheme") == id {
			classes = append(classes, BudgetClass{Code: r.Cell("code"), Name: Label{r.Cell("name_ko"), r.Cell("name_en")},
				Includes: strings.Fields(r.Cell("includes_ko")), Meaning: r.Cell("meaning")})
		}
	}
	return must(NewTaggingScheme(id, name, source, classes))
}

// maxClasses is how many classes a scheme may have.
const maxClasses = 100

// NewTaggingScheme makes a scheme of its 1 to 100 classes, in the order of the
// document. An ID, a name and a source are needed, and no tag may be of two
// classes. The error is a [ghg.Faults] of all that is wrong.
func NewTaggingScheme(id, name, source string, classes []BudgetClass) (TaggingScheme, error) {
	of := "scheme of budget tagging " + words.Quote(id)
	var faults ghg.Faults
	for _, f := range [][2]string{{"id", id}, {"name", name}, {"source", source}} {
		if f[1] == "" {
			faults.Refuse(of, f[0], "", "one is needed")
		}
	}
	if n := len(classes); n == 0 || n > maxClasses {
		faults.Refuse(of, "classes", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxClasses))
		return TaggingScheme{}, faults
	}
	s := &taggingScheme{id, name, source, slices.Clone(classes)}
	seen := map[string]bool{}
	for i := range s.classes {
		c := &s.classes[i]
		c.Includes = slices.Clone(c.Includes)
		for _, tag := range c.tags() {
			if tag == "" || seen[tag] {
				faults.Refuse(fmt.Sprintf("%s, class %d", of, i+1), "tag", tag, "one is needed, and it may be of one class")
			}
			seen[tag] = true
		}
	}
	if err := faults.Err(); err != nil {
		return TaggingScheme{}, err
	}
	return TaggingScheme{s}, nil
}

// tags are what a budget line may be tagged with to be of the class.
func (c BudgetClass) tags() []string {
	tags := append([]string{c.Code, c.Name.Ko, c.Name.En}, c.Includes...)
	slices.Sort(tags)
	tags = slices.Compact(tags)
	if len(tags) > 1 && tags[0] == "" && c.Code != "" {
		tags = tags[1:]
	}
	return tags
}

// ID names the scheme.
func (s TaggingScheme) ID() string { return s.definition().id }

// Source is the document of the scheme.
func (s TaggingScheme) Source() string { return s.definition().source }

// String is the name of the scheme with its classes.
func (s TaggingScheme) String() string {
	if s.def == nil {
		return "no scheme of budget tagging"
	}
	return s.def.name + ": " + s.names()
}

// Classes yields the classes in the order of the document.
func (s TaggingScheme) Classes() iter.Seq[BudgetClass] {
	return func(yield func(BudgetClass) bool) {
		for _, c := range s.definition().classes {
			c.Includes = slices.Clone(c.Includes)
			if !yield(c) {
				return
			}
		}
	}
}

func (s TaggingScheme) definition() taggingScheme {
	if s.def == nil {
		return taggingScheme{}
	}
	return *s.def
}

func (s TaggingScheme) names() string {
	var out []string
	for _, c := range s.definition().classes {
		out = append(out, c.Name.In(words.Korean))
	}
	return strings.Join(out, ", ")
}

// class finds the class of a tag: its code, either name, or what it includes.
func (s TaggingScheme) class(tag string) int {
	tag = strings.TrimSpace(tag)
	return slices.IndexFunc(s.definition().classes, func(c BudgetClass) bool { return tag != "" && slices.Contains(c.tags(), tag) })
}
