package ghg_test

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// What is wrong with a file is said in Korean too, with the file's own words in it.
func ExampleFaults_Korean() {
	_, report, err := ghg.ReadCSV(strings.NewReader("지역,연도,배출원,배출량,단위\n대구,24,I.1.1,3,t\n,2024,I.1.1,3,t\n"), ghg.CSVFormat{Scheme: gpc.Scheme})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Faults)
	fmt.Println(report.Faults.Korean())
	for _, f := range report.Faults.All {
		fmt.Println(f.Line, f.Name(), "|", f.Name().Ko, "|", f.Korean())
	}
	// Output:
	// line 2, 연도 "24": write a year from 1850 to 2300, or the first and last day as 2018-04-01/2019-03-31
	// line 3, 지역: a place is needed
	// 2행, 연도 "24": 1850년에서 2300년 사이의 연도나, 2018-04-01/2019-03-31처럼 첫날과 마지막 날을 적어야 합니다
	// 3행, 지역: 지역을 입력해야 합니다
	// 2 no such period | 연도나 기간이 맞지 않음 | 2행, 연도 "24": 1850년에서 2300년 사이의 연도나, 2018-04-01/2019-03-31처럼 첫날과 마지막 날을 적어야 합니다
	// 3 a required field is empty | 필수 항목이 비어 있음 | 3행, 지역: 지역을 입력해야 합니다
}
