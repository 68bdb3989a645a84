package korea

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every remark on a document has its Korean, with as many values.
func TestRemarksInKorean(t *testing.T) {
	verbs := regexp.MustCompile(`%(\[\d\])?[dsv]`)
	sentences := regexp.MustCompile(`"([^"\n]*%[dsv][^"\n]*)"`)
	files, err := filepath.Glob("check*.go")
	require.NoError(t, err)
	found := 0
	for _, f := range append(files, "document.go") {
		if f == "check_targets.go" || f == "check_words.go" || regexp.MustCompile("_test").MatchString(f) {
			continue
		}
		text, err := os.ReadFile(f)
		require.NoError(t, err)
		for _, m := range sentences.FindAllStringSubmatch(string(text), -1) {
			ko, known := checkedKo[m[1]]
			if !known {
				continue // a fault, or a place
			}
			found++
			assert.Len(t, verbs.FindAllString(ko, -1), len(verbs.FindAllString(m[1], -1)), m[1])
			assert.Regexp(t, `[가-힣]|×`, ko)
		}
	}
	assert.Equal(t, len(checkedKo), found, "each sentence stands once in the code")
	said := remark("%s is %s in %d, and no reason is stated", projectOf("W-1"), Delayed, 2026)
	assert.Equal(t, `project "W-1" is delayed in 2026, and no reason is stated`, said.En)
	assert.Equal(t, `사업 "W-1": 2026년 지연이나 사유가 없음`, said.Ko)
	money := strategy.MustMoney("3 억원", strategy.Nominal)
	assert.Equal(t, "2026년 재원별 합계 3억원(경상가격), 적힌 금액 3억원(경상가격)",
		remark("its lines in %d add up to %s, it is stated as %s", 2026, money, money).Ko)
	assert.Equal(t, "as it is", remark("%v", "as it is").Ko)
}
