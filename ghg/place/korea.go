package place

import (
	_ "embed"
	"sync"

	"github.com/localghg/localghg/ghg"
	embedded "github.com/localghg/localghg/ghg/table"
)

//go:embed data/korea_places.tsv
var koreaPlaces string

//go:embed data/korea_changes.tsv
var koreaChanges string

// koreaSource is the document behind the tables.
const koreaSource = "legal-district codes of the Ministry of the Interior and Safety and laws"

// Korea is the local governments of Korea from 1988-04-23 to 2026-07-20, and the parts of
// them that report: ordinary districts (일반구) and, in Jeju, administrative cities
// (행정시). Codes are those of legal districts (법정동코드), cut to two and five digits.
// What came of what is held from 2006-07-01 on.
func Korea() Gazetteer { return korea() }

// korea parses the embedded tables at the first call. A fault in them is a fault of this
// package and stops the program; a test reads every line.
var korea = sync.OnceValue(func() Gazetteer {
	places := embedded.MustRead(koreaPlaces, "code", "other_codes", "name", "name_en", "other_names", "level", "parent", "from", "to", "since",
		"source")
	d := GazetteerDefinition{Name: "Korea", Begins: ghg.MustDate("1988-04-23"),
		Source: koreaSource + ", edition " + places.Edition() + ", retrieved " + places.Retrieved(),
		Suffixes: []string{"통합특별시", "특별자치시", "특별자치도", "특별시", "광역시", "직할시", "도", "시", "군", "구",
			" Integrated Special City", " State", "-do", "-si", "-gun", "-gu"}}
	for r := range places.Rows() {
		s := Span{Code: r.Cell("code"), OtherCodes: r.List("other_codes"), Name: r.Cell("name"), NameEn: r.Cell("name_en"),
			OtherNames: r.List("other_names"), Level: must(ParseLevel(r.Cell("level"))), Parent: r.Cell("parent"),
			From: ghg.MustDate(r.Cell("from")), Listed: r.Cell("since") == "listed", Source: r.Cell("source")}
		if to := r.Cell("to"); to != "" {
			s.To = ghg.MustDate(to)
		}
		d.Spans = append(d.Spans, s)
	}
	for r := range embedded.MustRead(koreaChanges, "from", "to", "on", "kind", "source", "confidence").Rows() {
		d.Changes = append(d.Changes, Change{From: r.Cell("from"), To: r.Cell("to"), On: ghg.MustDate(r.Cell("on")),
			Kind: must(ParseKind(r.Cell("kind"))), Source: r.Cell("source") + "; confidence " + r.Cell("confidence")})
	}
	return must(NewGazetteer(d))
})

// must is for what the embedded tables hold.
func must[T any](v T, err error) T {
	if err != nil {
		panic("place: " + err.Error())
	}
	return v
}
