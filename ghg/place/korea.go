package place

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/internal/tsv"
)

//go:embed data/korea_places.tsv
var koreaPlaces string

//go:embed data/korea_changes.tsv
var koreaChanges string

// koreaSource is the edition of the tables; a test holds it against their headers.
const koreaSource = "legal-district codes of the Ministry of the Interior and Safety and laws, edition 2026-07-20, retrieved 2026-11-29"

// Korea is the local governments of Korea from 1988-04-23 to 2026-07-20, and the parts of
// them that report: ordinary districts (일반구) and, in Jeju, administrative cities
// (행정시). Codes are those of legal districts (법정동코드), cut to two and five digits.
// What came of what is held from 2006-07-01 on.
func Korea() Gazetteer { return korea() }

// korea parses the embedded tables at the first call. A fault in them is a fault of this
// package and stops the program; a test reads every line.
var korea = sync.OnceValue(func() Gazetteer {
	d := GazetteerDefinition{Name: "Korea", Source: koreaSource, Begins: ghg.MustDate("1988-04-23"),
		Suffixes: []string{"통합특별시", "특별자치시", "특별자치도", "특별시", "광역시", "직할시", "도", "시", "군", "구",
			" Integrated Special City", " State", "-do", "-si", "-gun", "-gu"}}
	_, rows := tsv.Read(koreaPlaces)
	for _, c := range rows {
		s := Span{Code: c[0], OtherCodes: tsv.List(c[1], " | "), Name: c[2], NameEn: c[3], OtherNames: tsv.List(c[4], " | "),
			Level: must(ParseLevel(c[5])), Parent: c[6], From: ghg.MustDate(c[7]), Listed: c[9] == "listed", Source: c[10]}
		if c[8] != "" {
			s.To = ghg.MustDate(c[8])
		}
		d.Spans = append(d.Spans, s)
	}
	_, rows = tsv.Read(koreaChanges)
	for _, c := range rows {
		d.Changes = append(d.Changes, Change{From: c[0], To: c[1], On: ghg.MustDate(c[2]), Kind: must(ParseKind(c[3])),
			Source: strings.Join(c[5:7], "; confidence ")})
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
