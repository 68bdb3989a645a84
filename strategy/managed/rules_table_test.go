package managed_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each column is read under both names.
func TestReadRules(t *testing.T) {
	english := "action,area,category,fuel,end_use,scope,facility,position,share,share_in,source,note\n"
	korean := "관리번호,부문,배출원,연료,용도,스코프,시설번호,거래제구분,비율,비율연도,출처,비고\n"
	rows := "E-1,I,I.3.1,coal,kiln,scope 1,mill,,12.5%,,list,\n,,I.3,,,,,할당대상,,2021년,list,of records\n,,나머지,,,,,비대상,,,guess,\n"
	want := []managed.Rule{
		{Action: "E-1", Area: "I", Category: category("I.3.1"), Fuel: "coal", EndUse: "kiln", Scope: 1, Facility: "mill",
			Share: ghg.MustShare("12.5%"), Source: "list", Line: 2},
		{Category: category("I.3"), Position: managed.InsideETS, ShareIn: 2021, Source: "list", Line: 3},
		{Rest: true, Position: managed.OutsideETS, Source: "guess", Line: 4},
	}
	for _, head := range []string{english, korean} {
		rules, report, err := managed.ReadRules(strings.NewReader(head+rows), ghg.CSVFormat{Scheme: gpc.Scheme})
		require.NoError(t, err)
		require.NoError(t, report.Err())
		require.Len(t, rules, len(want))
		for i := range want {
			assert.True(t, want[i].Share.Equal(rules[i].Share))
			rules[i].Share = want[i].Share
			assert.Equal(t, want[i], rules[i])
		}
	}
	_, _, err := managed.ReadRules(strings.NewReader(english), ghg.CSVFormat{})
	assert.ErrorContains(t, err, "needs the scheme")
	assert.Equal(t, "rule of line 4 (rest)", want[2].String())
	assert.Equal(t, "rule of line 2 (action E-1, area I, GPC 1.1 I.3.1, coal, kiln, scope 1)", want[0].String())
}

// One rule at fault, and none is returned: others would count in its stead.
func TestReadRuleFaults(t *testing.T) {
	const head = "action;category;fuel;scope;facility;position;share;share_in;source\n"
	for name, x := range map[string]struct{ row, want string }{
		"position":       {";I.3;;;;nowhere;;;list", `position "nowhere": allowed are inside_ets, indirect_ets, outside`},
		"korean":         {";I.3;;;;어딘가;;;list", "배출권거래제비대상, 비대상"},
		"nothing":        {";I.3;;;;;;;list", "allowed are a facility, or inside_ets"},
		"both":           {";I.3;;;mill;outside;;;list", "leave it out"},
		"category":       {";I.99;;;mill;;;;list", "no category of GPC 1.1"},
		"scope":          {";I.3;;4;mill;;;;list", "allowed are 1, 2, 3"},
		"korean scope":   {";I.3;;간접;mill;;;;list", "스코프2"},
		"no source":      {";I.3;;;mill;;;;", "source: say who says so"},
		"share":          {";I.3;;;mill;;120%;;list", "from 0% to 100%"},
		"share in":       {";I.3;;;mill;;;2021;list", "no facility"},
		"rest of a fuel": {";rest;coal;;mill;;;;list", `category "rest": it is of no action, area or source`},
	} {
		rules, report, err := managed.ReadRules(strings.NewReader(head+";I.1;;;;outside;;;list\n"+x.row+"\n"),
			ghg.CSVFormat{Scheme: gpc.Scheme, Delimiter: ';'})
		require.NoError(t, err, name)
		assert.Empty(t, rules, name)
		require.Equal(t, 1, report.Faults.Len(), "%s: %v", name, report.Err())
		assert.Equal(t, 3, report.Faults.All[0].Line, name)
		assert.Contains(t, report.Err().Error(), x.want, name)
	}
}

// Rules that are read split a plan, or say why they cannot.
func FuzzReadRules(f *testing.F) {
	f.Add(cityRules)
	f.Add("action,category,position,share_in,source\nsolar,I.1.2,inside,2021,list\n,rest,outside,,list\n")
	plan, _ := townPlan()
	register := registerOf("town", mill())
	f.Fuzz(func(t *testing.T, text string) {
		rules, report, err := managed.ReadRules(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme})
		if err != nil || report.Err() != nil {
			return
		}
		split, _, err := managed.Split(register, plan, rules, inGPC)
		if err == nil && split.Managed().Len() != plan.Len() {
			t.Fatalf("%q loses actions", text)
		}
	})
}
