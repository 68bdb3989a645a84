// Package activity estimates tables of activity data: bills, sales, meters, one a line.
//
// [Read] reads delimited text, with English or Korean headers, as [ghg.ReadCSV] reads
// records. Each row names its method and its factors; a [Sheet] has its records, and the
// derivation of a line when it is asked for. Rows with a fault are told by line and column,
// and the others stand.
//
// # Columns
//
//	place 지역, year 연도, category 배출원   where, when (a year, or first/last day), what: as in records
//	amount 사용량, unit 단위                activity data, from 0 on, in a unit of package ghg
//	method 산정방법                        one of the methods below
//	factors 배출계수                       the set by name, below
//	of 대상                               the fuel, class of vehicles, waste, way of treatment or industry
//	rule 계수기준                          of the year 해당 연도, at year end 연말 기준, or a day: 2023-12-31
//	sector 부문                           energy industries 에너지산업, manufacturing 제조업, commercial 상업·공공,
//	                                     residential 가정, road 도로
//	biogenic 바이오매스비율                 share of the energy; else that of the fuel in the tables of the IPCC
//	calorific 발열량                       a calorific value by name: ncv.2017.gasoline
//	parameters 매개변수                    what the row states or chooses: CH4 = 3.9 kg CH4/TJ (net); road = urban
//	factor_source 계수출처                 needed where the row states a number of a factor
//	source 출처, activity 활동, facility 시설, scheme 분류체계   as in records
//
// The first seven but of must be there: place, year, category, amount, unit, method, factors.
// A cell that the method would not use is refused, not passed over.
//
// # Wide tables
//
// [ReadWide] reads a table that has months or years as columns, as package wide does: labels,
// unit and sums are stated, and rows and columns that are sums are in no record. A [Mapping]
// says what the labels stand for, a line for each: the columns above but for year, amount and
// unit, beside the labels. A label that is called as a column, such as 지역, is that column. One
// line of the mapping is of a row, or the row is refused. [Months] stay apart or are added up
// to years, which a factor of the year asks for; of a year that lacks one there is no amount,
// which is a finding.
//
// # Methods
//
// What a row must choose or state in its parameters stands behind each; in brackets is what
// it may. Every word is accepted in Korean too.
//
//	combustion 연소                        (CO2, CH4, N2O, NCV, density)
//	electricity 전력                       (CO2, CH4, N2O with stated factors)
//	heat 열                               from 열원 (CO2, CH4, N2O with stated factors)
//	methane commitment 매립                of a material; MCF, OX, recovered 회수율 (DOC, DOCf)
//	distance 주행거리                      vehicle-km; by curves road 도로 and speed 속도, with stated factors CO2, CH4
//	                                     or N2O. A number of vehicles takes each 대당 주행거리: 12000 km/vehicle
//	electric vehicles 전기차               what was charged, or vehicle-km with consumption 전비 (each)
//	biological treatment 생물학적 처리       composting 퇴비화 or anaerobic digestion 혐기성 소화; basis 중량기준, and of
//	                                     digestion counting 회수 반영 (CH4, N2O, recovered CH4 메탄 회수량)
//	incineration 소각                      of a material; energy 소각열, incinerator 소각로; where its energy is used
//	                                     waste category 폐기물 배출원 (CH4, N2O, dm, CF, FCF, OF)
//	wastewater CH4 하수 메탄               people whose waste water goes one way, of; BOD, I 산업폐수 보정계수
//	                                     (MCF, Bo, recovered CH4, and by IPCC 2006 sludge BOD); by IPCC 2019 discharge
//	                                     방류, to water with removed 처리 제거율 and effluent MCF (sludge with K_rem, F)
//	wastewater N2O 하수 아산화질소           people; protein 단백질 섭취량, F_NON-CON; by IPCC 2006 plants (I, sludge N); by
//	                                     IPCC 2019 of a way, I, N_HH, discharge, removed and effluent N2O (N2O)
//	industrial wastewater 산업폐수          product of an industry; MCF (W, COD, Bo, sludge COD, recovered CH4)
//
// MCF, BOD, I, F_NON-CON, removed, K_rem and the factors of effluent are a number, or the name
// of an item of the tables of the IPCC. Recovered CH4 and sludge are masses, of all that the
// row is of. Distance is beside fuel sold and never added to it: the records say
// distance-based. Of waste that is burnt for its energy the row is of a category of energy,
// and the category of waste that it names is IE.
//
// # Sets of factors
//
//	combustion   IPCC 2006                calorific value and factors of the IPCC; fuel in mass or net energy
//	             Energy Act + IPCC 2006   Korean calorific value (에너지법), CO2, CH4 and N2O of the IPCC
//	             GIR 국가고유              the same with the carbon content of GIR, × 44/12: diesel and city gas
//	             stated 자체               all by the row
//	electricity  consumption end 소비단; the same, single year 단년도 or mean of years 다년 평균 where a
//	             notice has both; consumption end, IPCC 1996; stated
//	heat         a branch of the Korea District Heating Corporation (대구지사), or stated; the
//	             parameter from (열원) says what is counted: all supplied (GPC), fuel, electricity …
//	methane commitment   IPCC 2006 for DOC, DOCf and F; MCF by the kind of site or as a number;
//	             OX and recovered are stated
//	distance     Korean speed curves 국가 속도식; stated
//	electric vehicles    as electricity
//	biological treatment, incineration   IPCC 2006; stated
//	wastewater CH4, wastewater N2O   IPCC 2006, IPCC 2019; industrial wastewater IPCC 2006
//
// Korean sets are asked by the rule of the row, and no value of another day or year is taken.
// From 2022-11-21 their tables have net calorific values for diesel and city gas alone: other
// fuels of later years are refused, or take an older value that the row names, which is a
// finding ([FindingOlderValue]). CH4 and N2O of the road are no stationary ones: the row
// states them, or they are not estimated (NE).
//
// # Records
//
// One a row and gas, with method, source, file, its SHA-256 and line, and of a wide table the
// column. Combustion on the road is fuel-based, beside distance. A factor that is
// printed as a total stays on its metric; on another that is asked for it is taken by its
// gases, or refused. Findings on factors are told once, at the first row that has them.
//
// # Speed
//
// Factors are looked up once for all rows that have the same cells but for amount, place and
// texts. Such rows emit in proportion to their amounts, which is held against the method for
// three amounts; where a number would be rounded otherwise than by the method, the method
// itself works it out. What a record says is what its derivation gives, to the last digit.
package activity
