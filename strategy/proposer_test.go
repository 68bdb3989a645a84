package strategy_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The Citizens Council for 2050 Carbon Neutrality has five members for each of eight
// areas, and two chairs.
func ExampleProposer() {
	council := strategy.Proposer{Body: "2050 탄소중립 시민협의회", Members: 8 * 5, Chairs: 2}
	a := strategy.Action{ID: "1110", Name: "Carbon Reduction 1110", Area: "W", Lead: "climate department", Source: "strategy of 2021",
		ProposedBy: []strategy.Proposer{council}}
	fmt.Println(a.ProposedBy[0].Size(), a.ProposedBy[0])
	fmt.Println(council.Korean(), a.Check().Len())
	// Output:
	// 42 2050 탄소중립 시민협의회 (40 members, 2 chairs)
	// 2050 탄소중립 시민협의회(위원 40명, 위원장 2명) 0
}

func TestProposers(t *testing.T) {
	for want, p := range map[string]strategy.Proposer{
		"A B":                    {Body: "A B"},
		"A (1 member)":           {Body: "A", Members: 1},
		"A (3 chairs)":           {Body: "A", Chairs: 3},
		"A (42 members)":         {Body: "A", Members: 42},
		"A (7 members, 1 chair)": {Body: "A", Members: 7, Chairs: 1},
	} {
		assert.Equal(t, want, p.String())
	}
	a := action("a", "E")
	a.ProposedBy = []strategy.Proposer{{Body: "council", Members: 40, Chairs: 2}, {}, {Body: "union", Members: -1},
		{Body: "council"}, {Body: "town", Chairs: 10_000_001}}
	var got []string
	for _, f := range a.Check().All {
		got = append(got, f.Code+": "+f.Error())
	}
	assert.Equal(t, []string{
		"proposer: proposed_by: proposer 2: name the body",
		`proposer: proposed_by "-1": "union": 0, where it is not stated, to 10000000 members are allowed`,
		`proposer: proposed_by "10000001": "town": 0, where it is not stated, to 10000000 members are allowed`,
		`repeated: proposed_by "council": it is given twice`,
	}, got)
	a.ProposedBy = []strategy.Proposer{{Body: "council"}}
	p, _, err := strategy.NewPortfolio(town(a))
	require.NoError(t, err)
	a.ProposedBy[0].Body = "changed"
	kept, _ := p.Action("a")
	kept.ProposedBy[0].Body = "changed too"
	kept, _ = p.Action("a")
	assert.Equal(t, "council", kept.ProposedBy[0].Body)
}
