package main

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/trend"
)

// confidence is the level of the intervals told.
var confidence = ghg.MustShare("95%")

// tell writes the whole text.
func tell(korean bool) (string, error) {
	f, err := gather()
	if err != nil {
		return "", err
	}
	s := &text{korean: korean}
	s.say("ARE WE ON TRACK?\npublished figures of a country, two cities and a province against their targets of 2030\n",
		"온실가스 감축목표, 제대로 이행되고 있는가\n국가·서울·경남·광주의 공표 수치로 본 2030년 감축목표 이행점검\n")
	s.country(f)
	s.seoul(f)
	s.gyeongnam(f)
	s.gwangju(f)
	s.say("Trends say where the years so far would lead if they went on. They know nothing of\nlaws, plans or plants to come, and "+
		"are no forecast of policy.",
		"추세는 지금까지의 흐름이 그대로 이어질 때의 결과일 뿐입니다. 앞으로의 법·계획·시설은\n반영하지 않으며, 정책 효과를 전망한 것이 아닙니다.")
	s.legend()
	return s.String(), s.err()
}

func (s *text) country(f facts) {
	s.say("1. The country (1996 guidelines, SAR)", "1. 국가 (1996 IPCC 지침, SAR)")
	s.say("   The target: from %s in 2018 to %s in 2030. One is gross, the other net:\n   forests, captured carbon and cuts abroad "+
		"are taken off at the end only.",
		"   목표: 기준연도(2018년) 총배출량 %s에서 목표연도(2030년) 순배출량 %s으로.\n   흡수원, 탄소포집·활용·저장(CCUS), 국외감축은 목표연도에서만 뺍니다.",
		s.amount(f.nation.Base()), s.limit(f.nation))
	gross2030, err := ghg.CO2eOf(nationalGross2030, ghg.SAR)
	s.check(err)
	s.bases(f.nation,
		[]target.ViewLevel{{View: nationalNet, CO2e: f.nationInNet.Base()}},
		[]target.ViewLevel{{View: nationalGross, CO2e: gross2030}})
	s.progress(f.nationInGross, 2022, f.nationGross)
	s.progress(f.nationInNet, 2019, f.nationNet)
	s.say("   No net figure of a later year was found on these guidelines.", "   같은 지침으로 산정한 2020년 이후 순배출량은 찾지 못했습니다.")
	s.trend(f.nationInGross, f.nationGross, trend.AllYears, ghg.Actual)
	s.trend(f.nationInGross, f.nationGross, trend.Between(2018, 2022), ghg.Actual, ghg.Provisional)
	s.say("   The answer hangs on the years chosen: the line through 31 years rises, the one through\n   the last five falls.",
		"   답은 어느 기간을 보느냐에 달려 있습니다. 31년의 추세선은 올라가고, 최근 5년의 추세선은 내려갑니다.")
	s.otherEdition(f)
	s.say("   Sources: 2030 NDC as revised in March 2023; national inventory report 2020 to 2018, then GIR by the press.\n",
		"   자료: 2030 NDC(2023년 3월 수정); 2018년까지 국가 온실가스 인벤토리 보고서(2020), 이후 온실가스종합정보센터(언론 보도).\n")
}

// otherEdition shows that figures on the later guidelines are not read on this
// target: 724.29 Mt for 2022 would look like a cut of 0.5 %.
func (s *text) otherEdition(f facts) {
	view, err := ghg.MustDeclaredView("gross", "GIR").WithEdition("IPCC 2006")
	s.check(err)
	later, err := ghg.NewYearly("KR", view, ghg.AR5, []ghg.YearFigure{
		{Year: 2022, CO2e: ghg.MustCO2e("724.29 MtCO2e (AR5)"), Vintage: 6, Source: "GIR, confirmed 2025-01-02"}})
	s.check(err)
	_, err = f.nationInGross.Progress(2022, target.Linear, target.DefaultRules, later)
	var mismatch *ghg.MismatchError
	if errors.As(err, &mismatch) && mismatch.In(ghg.AspectEdition) {
		s.say("   The figures published since 2025 follow other guidelines (%s with AR5: %s in 2022)\n   and are refused here: "+
			"a target set on one edition is not read on another.",
			"   2025년부터 공표된 수치는 다른 지침(%s, AR5: 2022년 %s)으로 산정되어 여기서는 쓰지 않습니다.\n   한 지침으로 세운 목표를 다른 지침의 수치로 점검하지 않습니다.",
			view.ID().Scheme, s.amount(ghg.MustCO2e("724.29 MtCO2e (AR5)")))
		return
	}
	s.check(fmt.Errorf("another edition was not refused: %w", err))
}

func (s *text) seoul(f facts) {
	s.say("2. Seoul: 40%% below 2005 by 2030", "2. 서울: 2030년까지 2005년 대비 40%% 감축")
	s.promise(f.seoul2030)
	s.progress(f.seoul2030, 2020, f.seoul)
	s.trend(f.seoul2030, f.seoul, trend.AllYears, ghg.Actual)
	s.say("   The figure of 2021, %s, is an estimate and was left out.", "   2021년 수치 %s은 추정치이므로 제외했습니다.", s.of(f.seoul, 2021))
	s.say("   Sources: Net Zero Tracker (target); the city's reports to CDP, and the press.\n",
		"   자료: 목표는 Net Zero Tracker, 배출량은 서울시의 CDP 보고와 언론 보도.\n")
}

func (s *text) gyeongnam(f facts) {
	s.say("3. Gyeongnam (management scope): a gross base, a net level", "3. 경상남도 (관리권한): 기준연도는 총배출량, 목표연도는 순배출량")
	s.bases(f.province, []target.ViewLevel{{View: managementNet, CO2e: f.provinceInNet.Base()}},
		[]target.ViewLevel{{View: managementGross, CO2e: provinceGross2030, Source: "Yonhap, 2024-04-17"}})
	s.say("   The plan counts from %s gross in 2018; the inventory of the province now has %s.",
		"   기본계획의 기준연도(2018년) 총배출량은 %s이나, 현재 도 인벤토리의 2018년 총배출량은 %s입니다.",
		s.amount(f.province.Base()), s.of(f.provinceGross, 2018))
	p, err := f.province.Progress(2022, target.Linear, target.DefaultRules, f.provinceNet, f.provinceGross)
	if !s.check(err) {
		return
	}
	s.say("   As the target is worded, %s of it was achieved by 2022. But %s of the target was there\n   in 2018, before anything "+
		"was cut: that is what counting forests at one end only brings.",
		"   목표의 산식(총배출량 대비 순배출량)대로라면 2022년까지 목표 감축량의 %s를 달성한 것이 됩니다. 그러나 %s는\n   아무것도 줄이기 전인 2018년에 이미 채워져 있었습니다. 흡수원을 목표연도에서만 뺀 결과입니다.",
		p.Achieved.Percent(1), p.HeadStart.Percent(1))
	for _, v := range p.ByView {
		s.say("     reduced since 2018, %s: %s", "     2018년 이후 감축률, %s: %s", s.view(v.View), v.Reduction.Percent(1))
	}
	s.progress(f.provinceInNet, 2022, f.provinceNet)
	s.trend(f.provinceInNet, f.provinceNet, trend.AllYears, ghg.Actual)
	s.say("   Sources: first basic plan of the province, April 2024, its gross level of 2030 by Yonhap (2024-04-17);\n   emissions "+
		"table of the Gyeongnam Carbon Neutrality Support Centre.\n",
		"   자료: 제1차 경상남도 탄소중립·녹색성장 기본계획(2024년 4월), 2030년 총배출량은 연합뉴스(2024-04-17);\n   경상남도 탄소중립지원센터 배출량 표.\n")
}

func (s *text) gwangju(f facts) {
	s.say("4. Gwangju: 45%% below 2018 by 2030", "4. 광주: 2030년까지 2018년 대비 45%% 감축")
	s.promise(f.gwangju2030)
	s.progress(f.gwangju2030, 2022, f.gwangju)
	_, err := trend.Choose(f.gwangju, trend.AllYears, ghg.Actual)
	var few *trend.TooFewError
	if !errors.As(err, &few) {
		s.check(fmt.Errorf("a trend of two figures was not refused: %w", err))
		return
	}
	s.say("   No trend: the city has published %d figures (%d and %d), and a line through two\n   leaves nothing to judge it by.",
		"   추세 없음: 공표된 수치가 %d개(%d년, %d년)뿐이며, 두 점을 지나는 직선은\n   얼마나 믿을 만한지 가늠할 수 없습니다.", len(few.Years), few.Years[0], few.Years[1])
	s.say("   Sources: the city's plan (target); Gwangju Climate and Energy Agency.\n", "   자료: 목표는 시 계획, 배출량은 광주기후에너지진흥원.\n")
}

// promise writes what a target leaves of its base.
func (s *text) promise(t target.Target) {
	s.say("   The target: from %s in %d to %s in %d.", "   목표: 기준연도(%[2]d년) %[1]s에서 목표연도(%[4]d년) %[3]s으로.",
		s.amount(t.Base()), t.BaseYear(), s.limit(t), t.Due())
}

// legend says what the words of a status stand for.
func (s *text) legend() {
	r := target.DefaultRules
	s.say("\nPace is the share of the cut divided by the share of the time: 1 is the straight line from base to\ndue year. Ahead "+
		"from %s, on track from %s, slightly behind from %s, off track below (rule set %s:\nthe thresholds are this library's, and no "+
		"standard's). Mt: million tonnes of CO2e. p: Mann-Kendall test.\nThe source of each figure: data/series.tsv and facts.go "+
		"beside this program.",
		"\n이행 속도는 목표 감축량 달성 비율을 기간 경과 비율로 나눈 값이며, 1이면 선형 감축경로와 같습니다. %s 이상 계획보다 앞섬,\n%s 이상 정상 추진, %s 이상 다소 지연, 그 미만 지연(판정 규칙 %s: 이 "+
			"라이브러리가 정한 값이며 표준이 아닙니다).\n배출량 단위는 이산화탄소환산톤(tCO2eq)이며, p는 Mann-Kendall 검정의 유의확률입니다.\n수치별 출처: 이 프로그램의 data/series.tsv와 facts.go.",
		r.Ahead(), r.OnTrack(), r.SlightlyBehind(), r.ID())
}
