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
	s.say("ARE WE ON TRACK?\npublished figures of a country, a city and a province against their targets of 2030\n",
		"우리는 제대로 가고 있는가\n국가·시·도의 공표 수치로 본 2030년 목표 이행\n")
	s.country(f)
	s.seoul(f)
	s.gyeongnam(f)
	s.gwangju(f)
	s.say("Trends say where the years so far would lead if they went on. They know nothing of\nlaws, plans or plants to come, and are no forecast of policy.",
		"추세는 지금까지의 흐름이 그대로 이어질 때의 결과일 뿐입니다. 앞으로의 법·계획·시설은\n반영하지 않으며, 정책의 전망이 아닙니다.")
	return s.String(), s.err()
}

func (s *text) country(f facts) {
	s.say("1. The country (1996 guidelines, SAR)", "1. 국가 (1996 지침, SAR)")
	s.say("   The target: from %s in 2018 to %s in 2030. One is gross, the other net:\n   forests, captured carbon and cuts abroad are taken off at the end only.",
		"   목표: 2018년 %s에서 2030년 %s으로. 앞은 총배출량, 뒤는 순배출량입니다.\n   흡수원, 탄소 포집, 국외 감축은 2030년에만 뺍니다.",
		s.amount(f.nation.Base()), s.limit(f.nation))
	gross2030, err := ghg.CO2eOf(nationalGross2030, ghg.SAR)
	s.check(err)
	s.bases(f.nation,
		[]target.ViewLevel{{View: nationalNet, CO2e: f.nationInNet.Base()}},
		[]target.ViewLevel{{View: nationalGross, CO2e: gross2030}})
	s.progress(f.nationInGross, 2022, f.nationGross)
	s.progress(f.nationInNet, 2019, f.nationNet)
	s.say("   No net figure of a later year was found on this basis.", "   이 기준의 이후 연도 순배출량은 찾지 못했습니다.")
	s.trend(f.nationInGross, f.nationGross, trend.AllYears, ghg.Actual)
	s.trend(f.nationInGross, f.nationGross, trend.Between(2018, 2022), ghg.Actual, ghg.Provisional)
	s.say("   The answer hangs on the years chosen: thirty-one years of growth, or five of decline.",
		"   답은 어느 기간을 보느냐에 달려 있습니다. 31년의 증가인가, 5년의 감소인가.")
	s.otherEdition(f)
	s.say("", "")
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
	var mismatch *target.MismatchError
	if errors.As(err, &mismatch) && mismatch.Aspect == target.AspectEdition {
		s.say("   The figures published since 2025 follow other guidelines (%s with AR5: %s in 2022)\n   and are refused here: a target set on one edition is not read on another.",
			"   2025년부터 공표되는 수치는 다른 지침(%s, AR5: 2022년 %s)을 따르므로 여기서는 거부됩니다.\n   한 지침으로 정한 목표를 다른 지침의 수치로 읽지 않습니다.",
			mismatch.Series, s.amount(ghg.MustCO2e("724.29 MtCO2e (AR5)")))
		return
	}
	s.check(fmt.Errorf("another edition was not refused: %w", err))
}

func (s *text) seoul(f facts) {
	s.say("2. Seoul: 40%% below 2005 by 2030", "2. 서울: 2030년까지 2005년 대비 40%% 감축")
	s.progress(f.seoul2030, 2020, f.seoul)
	s.trend(f.seoul2030, f.seoul, trend.AllYears, ghg.Actual)
	s.say("   The figure of 2021, %s, is an estimate and was left out.\n", "   2021년 수치 %s은 추정치이므로 제외했습니다.\n", s.of(f.seoul, 2021))
}

func (s *text) gyeongnam(f facts) {
	s.say("3. Gyeongnam (management scope): a gross base, a net level", "3. 경상남도 (관리권한): 기준은 총배출량, 목표는 순배출량")
	s.bases(f.province, []target.ViewLevel{{View: managementNet, CO2e: f.provinceInNet.Base()}},
		[]target.ViewLevel{{View: managementGross, CO2e: ghg.MustCO2e("16270 ktCO2e")}})
	s.say("   The plan counts from %s gross in 2018; the inventory of the province now has %s.",
		"   계획의 기준은 2018년 총배출량 %s이며, 현재 도 인벤토리에는 %s으로 되어 있습니다.",
		s.amount(f.province.Base()), s.of(f.provinceGross, 2018))
	p, err := f.province.Progress(2022, target.Linear, target.DefaultRules, f.provinceNet, f.provinceGross)
	if !s.check(err) {
		return
	}
	s.say("   As the target is worded, %s of it was achieved by 2022. But %s of the target was there\n   in 2018, before anything was cut: that is what counting forests at one end only brings.",
		"   목표의 표현대로라면 2022년까지 %s를 달성했습니다. 그러나 목표의 %s는 아무것도 줄이기 전인 2018년에\n   이미 있었습니다. 흡수원을 한쪽에서만 뺀 결과입니다.",
		p.Achieved.Percent(1), p.HeadStart.Percent(1))
	for _, v := range p.ByView {
		s.say("     reduced since 2018, %s: %s", "     2018년 이후 감축률, %s: %s", s.view(v.View), v.Reduction.Percent(1))
	}
	s.progress(f.provinceInNet, 2022, f.provinceNet)
	s.trend(f.provinceInNet, f.provinceNet, trend.AllYears, ghg.Actual)
	s.say("", "")
}

func (s *text) gwangju(f facts) {
	s.say("4. Gwangju: 45%% below 2018 by 2030", "4. 광주: 2030년까지 2018년 대비 45%% 감축")
	s.progress(f.gwangju2030, 2022, f.gwangju)
	_, err := trend.Choose(f.gwangju, trend.AllYears, ghg.Actual)
	var few *trend.TooFewError
	if !errors.As(err, &few) {
		s.check(fmt.Errorf("a trend of two figures was not refused: %w", err))
		return
	}
	s.say("   No trend: the city has published %d figures (%d and %d), and a line through two\n   leaves nothing to judge it by.\n",
		"   추세 없음: 공표된 수치가 %d개(%d년, %d년)뿐이며, 두 점을 잇는 선은\n   그 자체로 판단할 근거가 없습니다.\n", len(few.Years), few.Years[0], few.Years[1])
}
