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

// What an action is for is read in both languages, and written as it is read.
func TestPurposesOfActions(t *testing.T) {
	actions, report, err := sheet.ReadActions(strings.NewReader("관리번호,사업명,부문,사업목적,출처\n"+
		"B-1,쿨루프,B,감축·적응,s\nB-2,무더위쉼터,B,적응,s\nB-3,단열,B,,s\nB-4,LED,B,mitigation,s\n"), sheet.Format{})
	require.NoError(t, err)
	require.NoError(t, report.Err())
	var got []strategy.Purpose
	for _, a := range actions {
		got = append(got, a.Purpose)
	}
	assert.Equal(t, []strategy.Purpose{strategy.MitigationAndAdaptation, strategy.Adaptation, strategy.Mitigation, strategy.Mitigation}, got)
	var text bytes.Buffer
	require.NoError(t, sheet.WriteActions(&text, actions))
	again, _, err := sheet.ReadActions(&text, sheet.Format{})
	require.NoError(t, err)
	assert.Equal(t, actions, again)

	_, report, err = sheet.ReadActions(strings.NewReader("id,name,area,purpose,source\nB-1,x,B,beauty,s\n"), sheet.Format{})
	require.NoError(t, err)
	assert.ErrorContains(t, report.Err(), "mitigation and adaptation")
}
