package rank

import (
	"errors"
	"io"

	"github.com/localghg/localghg/ghg"
)

var peerColumns = []ghg.CSVColumn{
	{Name: "place", Aliases: []string{"지방정부", "지방자치단체", "지역", "시도", "시군구"}, Required: true},
	{Name: "value", Aliases: []string{"값", "수치"}, Required: true},
	{Name: "missing", Aliases: []string{"미기재사유", "사유"}},
	{Name: "source", Aliases: []string{"출처"}},
}

// ReadPeers reads the values of places, one a line: place (지방정부), value (값) or,
// where there is none, why (missing, 사유), and source (출처). The peers are of a kind and the
// values of a criterion, as the file does not say them. A line that cannot be used is a fault,
// as one with neither value nor reason is, such as a heading or a sum, and one with both; then
// there are no peers: the ranks of the others would be too good.
func ReadPeers(r io.Reader, f ghg.CSVFormat, kind string, c Criterion) (Peers, ghg.Report, error) {
	var list []Peer
	report, err := ghg.ReadCSVRows(r, f, peerColumns, func(row ghg.CSVRow) {
		p := Peer{Place: ghg.PlaceID(row.ID("place")), Source: row.Text("source")}
		n, ok := row.Number("value")
		switch why := row.Text("missing"); {
		case ok && why != "":
			row.Refuse(ghg.FaultMismatch, "missing", errors.New("the place has a value: give the one or the other"))
		case ok:
			p.Value = ghg.RatioOf(n)
		case why != "":
			p.Value = ghg.Undefined(why)
		case !row.IsFaulty():
			row.Refuse(ghg.FaultMissingField, "value", errors.New("it is needed, or why there is none in the column missing (사유)"))
		}
		list = append(list, p)
	})
	if err != nil || report.Faults.Len() > 0 {
		return Peers{}, report, err
	}
	p, err := NewPeers(kind, c, list)
	return p, report, err
}
