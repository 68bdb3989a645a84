package korean_test

import (
	"testing"

	"github.com/localghg/localghg/examples/internal/korean"
	"github.com/stretchr/testify/assert"
)

func TestEnglish(t *testing.T) {
	assert.Empty(t, korean.English("2행, II.1.2, key-normalised: IE로 읽음\n   [imaeil 2007]\n      출처: Hankyoreh 2021\n"+
		"1,019.2천톤CO2e (AR5), 12.4 kWh, GPC 1.1 BASIC; v = a + (z - a), plan.csv"))
	assert.Equal(t, []string{"gross", "Other", "and"}, korean.English("가람, gross: 3천톤 (Other and Forest), gross", "Forest"))
	assert.Equal(t, []string{"note"}, korean.English("   note: 6행, no-quantities: 물량 없음"))
}
