package sheet_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestProposers(t *testing.T) {
	council := func(members, chairs int) []strategy.Proposer {
		return []strategy.Proposer{{Body: "시민협의회", Members: members, Chairs: chairs}}
	}
	for text, want := range map[string][]strategy.Proposer{
		"":           nil,
		"시민협의회":      council(0, 0),
		"시민협의회(42명)": council(42, 0),
		"시민협의회 (위원 40명, 위원장 2명)":       council(40, 2),
		"시민협의회(위원 40명 + 공동위원장 2명)":     council(40, 2),
		"시민협의회(위원장 2명·위원 40명)":         council(40, 2),
		"시민협의회 (40 members, 2 chairs)": council(40, 2),
		"시민협의회 (1 member and 1 chair)": council(1, 1),
		"시민협의회(40)":                    {{Body: "시민협의회(40)"}}, // of what is not said
		"시민협의회(40명, 2명)":               {{Body: "시민협의회(40명, 2명)"}},
		"시민협의회(0명)":                    {{Body: "시민협의회(0명)"}},
		"시민협의회(2021년 6월 4일)":           {{Body: "시민협의회(2021년 6월 4일)"}},
		"(42명)":                        {{Body: "(42명)"}},
		"A (B); C (3 chairs)":          {{Body: "A (B)"}, {Body: "C", Chairs: 3}},
	} {
		for _, column := range []string{"proposed_by", "제안기관", "제안", "제안 기관"} {
			file := column + ",관리번호,사업명,부문\n\"" + text + "\",가-1,숲,산림\n"
			actions, report, err := sheet.ReadActions(strings.NewReader(file), plainCSV)
			require.NoError(t, err)
			require.Zero(t, report.Faults.Len(), report.Faults)
			assert.Equal(t, want, actions[0].ProposedBy, "%s %s", column, text)
			var again bytes.Buffer
			require.NoError(t, sheet.WriteActions(&again, actions))
			read, _, err := sheet.ReadActions(&again, plainCSV)
			require.NoError(t, err)
			assert.Equal(t, want, read[0].ProposedBy)
		}
	}
	var none bytes.Buffer
	a := strategy.Action{ID: "a", Name: "a", Area: "E", Source: "plan", ProposedBy: []strategy.Proposer{{Body: "council (42명)"}}}
	require.ErrorContains(t, sheet.WriteActions(&none, []strategy.Action{a}), "proposed_by")
	assert.Zero(t, none.Len(), "it would be read as a council with 42 members")
	file := "제안,관리번호,사업명,부문\n협의회; 협의회,가-1,숲,산림\n협의회(99999999명),가-2,숲,산림\n"
	_, report, err := sheet.ReadActions(strings.NewReader(file), plainCSV)
	require.NoError(t, err)
	assert.Equal(t, "repeated: line 2, 제안 \"협의회; 협의회\": \"협의회\" is given twice\n"+
		`proposer: line 3, 제안 "협의회(99999999명)": "협의회": 0, where it is not stated, to 10000000 members are allowed`,
		faultLines(report.Faults))
}
