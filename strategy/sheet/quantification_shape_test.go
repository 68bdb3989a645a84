package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A target of a first and a last year, and the shape of what is between them.
func ExampleReadQuantifications_shape() {
	const plan = `관리번호,정량번호,항목,모니터링인자,단위,집계방식,곡선,감축원단위번호,용도,2026,2030
B-1,1,목표물량,발전량,MWh,연간 활동량,선형,1-1/2,전력,100,190
`
	actions, report, err := sheet.ReadQuantifications(strings.NewReader(plan), townFormat(),
		[]strategy.Action{{ID: "B-1", Source: "기본계획"}}, sheet.Named{Units: townUnits()})
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Faults)
		return
	}
	q := actions[0].Quantifications[0]
	for y := range q.Years(strategy.Expected) {
		n, _ := q.Quantity(strategy.Expected, y)
		fmt.Println(y, n)
	}
	fmt.Println(report.Findings.Korean())
	// Output:
	// 2026 100 MWh
	// 2027 122.5 MWh
	// 2028 145 MWh
	// 2029 167.5 MWh
	// 2030 190 MWh
	// 2행, B-1/1, 중간 연도의 물량을 채움: 2027~2029년 물량은 적힌 연도 사이를 선형으로 채운 값입니다
}

func TestQuantitiesAlongAShape(t *testing.T) {
	const head = "action,no,item,counts,unit,counting,life,shape,unit_id,2026,2027,2030,2032\n"
	for name, x := range map[string]struct{ line, want string }{
		"linear":          {"expected,cars,대,standing,,linear,4-1,10,,20,", "2026:10 2027:12.5 2028:15 2029:17.5 2030:20"},
		"falling":         {"expected,cars,대,standing,,직선,4-1,,20,,10", "2027:20 2028:18 2029:16 2030:14 2031:12 2032:10"},
		"from point to":   {"expected,cars,대,new,10,linear,4-1,1,3,,8", "2026:1 2027:3 2028:4 2029:5 2030:6 2031:7 2032:8"},
		"step":            {"expected,cars,대,standing,,계단,4-1,1,,7,", "2026:1 2027:1 2028:1 2029:1 2030:7"},
		"level":           {"expected,cars,대,standing,,linear,4-1,4,,4,", "2026:4 2027:4 2028:4 2029:4 2030:4"},
		"nothing between": {"expected,cars,대,standing,,linear,4-1,1,2,,", "2026:1 2027:2"},
		"thirds": {"expected,cars,대,standing,,linear,4-1,,1,2,",
			"2027:1 2028:1.333333333333333333333333 2029:1.666666666666666666666667 2030:2"},
	} {
		read, report := readModels(t, head+"A,1,"+x.line+"\n")
		require.NoError(t, report.Err(), name)
		q := read[0].Quantifications[0].Definition().Quantities[0]
		var got []string
		for y := 2026; y <= 2032; y++ {
			if n, ok := q.ByYear[y]; ok {
				got = append(got, fmt.Sprintf("%d:%s", y, n))
			}
		}
		assert.Equal(t, x.want, strings.Join(got, " "), name)
		assert.Equal(t, name != "nothing between", len(report.Findings.All) == 1 && report.Findings.All[0].Code == sheet.FindingFilled, name)

		var b strings.Builder // it is written by year
		require.NoError(t, sheet.WriteQuantifications(&b, read))
		again, report := readModels(t, b.String())
		require.NoError(t, report.Err(), name)
		assert.Equal(t, dumpModels(read), dumpModels(again), name)
	}
	const far = "70000000000000000000000000000000000000.0000000000000001"
	for line, says := range map[string]string{
		"expected,cars,대,standing,,bell,4-1,1,,7,":    `shape "bell": allowed are linear`,
		"expected,cars,대,standing,,linear,4-1,1,,,":   `missing-field: line 2, shape "linear": give the quantities of a first and of a last year`,
		"expected,cars,대,standing,,linear,4-1,x,,7,":  `2026 "x": not a number`,
		"quantification,cars,대,standing,,linear,,,,,": `shape "linear": a line of the item quantification has none`,
		"expected,cars,대,standing,,,4-1,,5,,\n" +
			"A,1,expected,,,,,linear,,1,,7,": `repeated: line 3, shape "linear": it fills 2027, and line 2 has this year of the item too`,
		"expected,part,%,standing,,linear,,10%,,0.5,\n" +
			"A,1,unit effect,,,,,,,,,,\n": `2026 and 2030 are not both in percent`,
		"expected,cars,대,standing,,linear,4-1,1,," + far + ",": `line 2`,
	} {
		_, report := readModels(t, head+"A,1,"+line+"\n")
		assert.Contains(t, faultLines(report.Faults), says, line)
	}
	// What there would be without the project may have a shape of its own.
	read, report := readModels(t, head+"A,1,expected,cars,대,standing,,linear,4-1,10,,20,\nA,1,without,,,,,step,,1,,2,\n")
	require.NoError(t, report.Err())
	assert.Equal(t, "1", read[0].Quantifications[0].Definition().Quantities[0].Without[2029].String())
}
