package carveout

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of faults and findings on the facilities that records name.
const (
	FaultSpelling     = "facility-spelling" // a facility of the table, spelled in another way
	FaultUnregistered = "unregistered"      // a record is tagged as covered, and no row of the table is of its site
	FindingLooksAlike = "looks-alike"       // a facility that is not in the table looks like one that is
	FindingTagDiffers = "tag-differs"       // tags say other than the register, which counts
	FindingNotHeld    = "not-held"          // records of covered sites in categories that the view does not count
)

var comparedTerms = struct{ alike, tagged, notHeld words.Term }{
	alike: words.Term{En: "records are of it (%d), and no row of the table: it looks like %s; if that is meant, write it so",
		Ko: "이 시설의 기록(%d건)이 있으나 시설 목록에 없음: %s와(과) 비슷함. 같은 시설이면 표기를 맞추십시오"},
	tagged: words.Term{En: "its records of %d (%d) have the tags %s, and by the register they have %s: the register counts",
		Ko: "%d년 기록(%d건)의 태그는 %s이나 시설 목록으로는 %s: 시설 목록을 따름"},
	notHeld: words.Term{En: "the view does not count its records in %s: nothing of them is subtracted",
		Ko: "집계범위에 들지 않는 기록(%s)이 있음: 빼지 않음"},
}

// compared holds the facilities that records name against those of a register.
type compared struct {
	r       Register
	folded  map[string]string // what names a facility of the register, folded: its ID
	unknown map[string]*namedBy
	order   []string
	tagsAt  map[tagsKey]int
	tagKeys []tagsKey
}

// namedBy are the records of a facility that is not in the register.
type namedBy struct {
	line, n, tagged int // the first line, how many, and how many have the tag of a covered site
}

type tagsKey struct {
	facility, year int
	have, should   string
}

// mostCompared is how many facilities of records are looked at for names that look alike.
const mostCompared = 1000

func newCompared(r Register) *compared {
	c := &compared{r: r, folded: map[string]string{}, unknown: map[string]*namedBy{}, tagsAt: map[tagsKey]int{}}
	for _, f := range r.def.Facilities {
		for _, name := range []string{f.ID, f.Name, f.NameKo} {
			if name = words.Fold(name); name != "" && c.folded[name] == "" {
				c.folded[name] = f.ID
			}
		}
	}
	return c
}

// record takes the facility that a record names, if the register does not have it.
func (c *compared) record(rec *ghg.Record) {
	covered := rec.Tags.Has(TagCovered) || rec.Tags.Has(TagCarvedOut)
	if _, known := c.r.def.rows[rec.Facility]; known || rec.Facility == "" && !covered {
		return
	}
	x := c.unknown[rec.Facility]
	if x == nil {
		x = &namedBy{line: rec.Line}
		c.unknown[rec.Facility] = x
		c.order = append(c.order, rec.Facility)
	}
	x.n++
	if covered {
		x.tagged++
	}
}

// tags takes the tags of a record of a facility of the register.
func (c *compared) tags(facility int, rec *ghg.Record, scope ghg.Scope) {
	f, year := &c.r.def.Facilities[facility], rec.Period.Year()
	if !rec.Tags.Has(TagCovered) && !rec.Tags.Has(TagCarvedOut) && !rec.Tags.Has(TagCouncilOwned) {
		return
	}
	covered := f.Covered(year) && c.r.def.Trading.Covers(scope)
	agree := covered == rec.Tags.Has(TagCovered)
	for _, owner := range []Ownership{CouncilOwned, OthersOwned} {
		agree = agree && (!rec.Tags.Has(ownerTag(owner)) || covered && f.Ownership == owner)
	}
	if agree {
		return
	}
	key := tagsKey{facility, year, rec.Tags.String(), "none of them"}
	if covered {
		key.should = TagCovered + ";" + ownerTag(f.Ownership)
	}
	if c.tagsAt[key] == 0 {
		c.tagKeys = append(c.tagKeys, key)
	}
	c.tagsAt[key]++
}

// tell adds what does not stand, and what should be looked at.
func (c *compared) tell(faults *ghg.Faults, findings *ghg.Findings, place ghg.PlaceID) {
	for n, name := range c.order {
		x := c.unknown[name]
		fault := ghg.Fault{Line: x.line, Of: "inventory", Field: "facility", Value: name, Place: place}
		id, same := c.folded[words.Fold(name)]
		switch {
		case same && name != "":
			fault.Code = FaultSpelling
			fault.Detail = fmt.Sprintf("%d records are of it, and the table has it as %s: write it so", x.n, words.Quote(id))
			faults.Add(fault)
		case x.tagged > 0:
			fault.Code = FaultUnregistered
			fault.Detail = fmt.Sprintf("%d records have the tag of a covered site (%s), and no row of the table is of it: give it one, "+
				"or take the tag off", x.tagged, TagCovered)
			faults.Add(fault)
		case n < mostCompared:
			if id := c.like(name); id != "" {
				findings.Add(ghg.Finding{Code: FindingLooksAlike, Severity: ghg.Warning, Of: "facility " + words.Quote(name), Line: x.line,
					Stated: name, Found: id}.Said(comparedTerms.alike, x.n, words.Quote(id)))
			}
		}
	}
	for _, k := range c.tagKeys {
		f := c.r.def.Facilities[k.facility]
		should := words.Term{En: k.should, Ko: k.should}
		if k.should == "none of them" {
			should.Ko = "해당 없음"
		}
		findings.Add(ghg.Finding{Code: FindingTagDiffers, Severity: ghg.Warning, Of: "facility " + words.Quote(f.ID), Stated: k.have,
			Found: k.should}.Said(comparedTerms.tagged, k.year, c.tagsAt[k], k.have, should))
	}
}

// like is the facility whose ID or name looks like another, or "". Numbers are no slips of
// letters: plant 2 is not plant 3.
func (c *compared) like(name string) string {
	best, id := 0, ""
	for _, f := range c.r.def.Facilities {
		for _, of := range []string{f.ID, f.Name, f.NameKo} {
			by, alike := words.Alike(name, of)
			if alike && digits(name) == digits(of) && (id == "" || by < best) {
				best, id = by, f.ID
			}
		}
	}
	return id
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// notHeld are the categories of records of covered sites that the view does not count.
type notHeld struct {
	facilities []int
	codes      map[int][]string
}

func (n *notHeld) add(facility int, category ghg.Category) {
	if n.codes == nil {
		n.codes = map[int][]string{}
	}
	if n.codes[facility] == nil {
		n.facilities = append(n.facilities, facility)
	}
	if !slices.Contains(n.codes[facility], category.Code) {
		n.codes[facility] = append(n.codes[facility], category.Code)
	}
}

func (n *notHeld) tell(findings *ghg.Findings, of []Facility) {
	for _, i := range n.facilities {
		findings.Add(ghg.Finding{Code: FindingNotHeld, Severity: ghg.Note, Of: "facility " + words.Quote(of[i].ID), Stated: of[i].ID}.
			Said(comparedTerms.notHeld, strings.Join(n.codes[i], ", ")))
	}
}
