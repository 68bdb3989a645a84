package claim_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/claim"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestClaimCheckJSON(t *testing.T) {
	gross, net := ghg.MustDeclaredView("gross", "NDC"), ghg.MustDeclaredView("net", "NDC")
	on := func(number string, v ghg.View, m ghg.Metric) claim.Amount {
		return claim.Amount{Figure: claimMt(t, number).Figure, View: v, Metric: m}
	}
	c := checkClaim(t, claim.Claim{Name: "pledge", Source: "leaflet", BaseYear: 2018, Due: 2030,
		Base: on("10", gross, ghg.AR5), Level: on("6.2", net, ghg.AR5), Cut: claim.MustShareFigure("40%"), Follows: claim.AmountsFollow,
		Reduced: claimMt(t, "1"), OtherBases: []claim.Amount{on("9", net, ghg.AR5)}})
	b, err := json.Marshal(c)
	require.NoError(t, err)
	assert.JSONEq(t, `{
		"claim": "pledge", "source": "leaflet", "baseYear": 2018, "due": 2030,
		"follows": "the amounts follow from the percentage",
		"printed": [
			{"name": "base", "printed": "10 Mt", "view": "gross (as declared by NDC)", "metric": "AR5"},
			{"name": "level", "printed": "6.2 Mt", "view": "net (as declared by NDC)", "metric": "AR5"},
			{"name": "cut", "printed": "40%"},
			{"name": "reduced", "printed": "1 Mt"}
		],
		"verdict": "basis_mismatch",
		"relations": [{
			"name": "level and cut", "verdict": "basis_mismatch", "numbers": "rounding",
			"reason": "base is stated in gross (as declared by NDC), level in net (as declared by NDC)",
			"readings": [
				{"of": "level", "formula": "base × (1 - cut)", "figures": "10 Mt × (1 - 40%)", "printed": "6.2 Mt", "unit": "Mt",
				 "computed": {"value": "6"}, "off": {"value": "-0.2"}, "stands": {"low": "6.15", "high": "6.25"}, "allowed": {"low": "5.7",
					"high": "6.3"},
				 "asPrinted": false, "within": true},
				{"of": "cut", "formula": "1 - level/base", "figures": "1 - 6.2 Mt/10 Mt", "printed": "40%", "unit": "%",
				 "computed": {"value": "38"}, "off": {"value": "-2"}, "stands": {"low": "39.5", "high": "40.5"},
				 "allowed": {"low": "34.210526315789", "high": "41.428571428571"}, "asPrinted": false, "within": true},
				{"of": "base", "formula": "level/(1 - cut)", "figures": "6.2 Mt/(1 - 40%)", "printed": "10 Mt", "unit": "Mt",
				 "computed": {"value": "10.333333333333"}, "off": {"value": "0.333333333333"}, "stands": {"low": "9.5", "high": "10.5"},
				 "allowed": {"low": "10.25", "high": "10.416666666667"}, "asPrinted": true, "within": true}
			]
		}],
		"oneBasis": [{"view": "net (as declared by NDC)", "metric": "AR5", "formula": "1 - 6.2 Mt/9 Mt",
			"cut": {"value": "0.311111111111"}, "verdict": "does_not_reproduce"}],
		"unused": ["reduced"],
		"findings": [{"code": "coarse-digits", "name": "only coarse digits explain the number", "name_ko": "거친 자릿수로만 설명되는 수치",
			"severity": "warning", "of": "level", "stated": "6.2 Mt", "found": "6 Mt",
			"detail": "level = 10 Mt × (1 - 40%) = 6 Mt, printed 6.2 Mt: off by -0.2 Mt; it agrees only where base, printed 10 Mt, lies from 10.25 to 10.416666666667 Mt",
			"detail_ko": "수준 = 10 Mt × (1 - 40%) = 6 Mt, 적힌 값 6.2 Mt: 차이 -0.2 Mt; 다음 경우에만 맞습니다: 기준배출량(적힌 값 10 Mt): 10.25 ~ 10.416666666667 Mt 사이"}]
	}`, string(b))
}
