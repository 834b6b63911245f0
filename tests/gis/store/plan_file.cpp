#include "gis/store/plan_file.h"

#include <boost/test/unit_test.hpp>

#include "gis/plan/edits.h"
#include "tests/gis/store/files.h"
#include "tests/support/plans.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// A change of some kind, by chance.
Plan edited(const Plan& plan, tests::Chance& chance) {
  Plan next = plan;
  const auto any = [&](std::size_t size) {
    return static_cast<std::size_t>(chance.number(0, static_cast<int>(size) - 1));
  };
  const auto at = [&](auto& list, std::size_t i) { return list.begin() + static_cast<std::ptrdiff_t>(i); };
  Measure measure = chance.measure(plan);
  const int what = chance.number(0, 11);
  if (what < 4 && !plan.measures.empty()) {
    const std::size_t i = any(plan.measures.size());
    measure.id = plan.measures[i]->id;
    next.measures[i] = std::make_shared<const Measure>(measure);
  } else if (what < 6) {
    measure.id = next.next_id++;
    next.measures.insert(at(next.measures, any(next.measures.size() + 1)), std::make_shared<const Measure>(measure));
  } else if (what == 6 && !plan.measures.empty()) {
    next.measures.erase(at(next.measures, any(next.measures.size())));
  } else if (what == 7) {
    std::shuffle(next.measures.begin(), next.measures.end(), chance.random());
  } else if (what == 8) {
    District district = *plan.districts[0];
    district.name = chance.name();
    district.geometry = chance.area();
    next.districts[0] = std::make_shared<const District>(district);
  } else if (what == 9) {
    next.statistics.pop_back();
    if (next.statistics.empty()) add_random_statistics(chance, next);
  } else if (what == 10) {
    add_random_report(chance, next);
    next.aliases.push_back({chance.name(), plan.districts[0]->id});
    next.title = chance.name();
  } else {
    next.style.choropleth.classes = chance.number(2, 7);
    next.currency = "PLN";
  }
  return next;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plan_file)

BOOST_AUTO_TEST_CASE(what_is_saved_is_what_is_opened_whatever_it_says) {
  TemporaryFolder folder;
  for (unsigned seed = 1; seed <= 25; ++seed) {
    const Plan plan = random_plan(seed);
    const auto file = folder / ("plan" + std::to_string(seed) + ".gpkg");
    PlanFile::create(file, plan);
    BOOST_TEST(same_content(*PlanFile::open(file, PlanFile::Mode::read).plan(), plan), "read, seed " << seed);
    const PlanFile opened = PlanFile::open(file, PlanFile::Mode::write);
    BOOST_TEST(same_content(*opened.plan(), plan), "write, seed " << seed);
    BOOST_TEST(opened.notices().empty());
  }
}

BOOST_AUTO_TEST_CASE(an_empty_plan_is_a_plan) {
  TemporaryFolder folder;
  PlanFile::create(folder / "a.gpkg", Plan{});
  BOOST_TEST(same_content(*PlanFile::open(folder / "a.gpkg", PlanFile::Mode::write).plan(), Plan{}));
}

BOOST_AUTO_TEST_CASE(five_hundred_nasty_names_come_back_unharmed) {
  TemporaryFolder folder;
  Plan plan;
  plan.crs = {25833, {}};
  for (const std::string& name : tests::nasty_names(500)) {
    Measure measure;
    measure.id = plan.next_id++;
    measure.title = name;
    measure.extra = {{name, name}};
    plan.measures.push_back(std::make_shared<const Measure>(measure));
    plan.levels.push_back({plan.next_id++, name, static_cast<int>(plan.levels.size())});
  }
  PlanFile::create(folder / "a.gpkg", plan);
  BOOST_TEST(same_content(*PlanFile::open(folder / "a.gpkg", PlanFile::Mode::write).plan(), plan));
}

BOOST_AUTO_TEST_CASE(every_edit_by_itself_is_on_disk) {
  TemporaryFolder folder;
  tests::Chance chance(7);
  PlanFile file = PlanFile::create(folder / "a.gpkg", random_plan(3));
  for (int i = 0; i < 150; ++i) {
    const auto next = std::make_shared<const Plan>(edited(*file.plan(), chance));
    file.save(next);
    BOOST_TEST_REQUIRE(same_content(*PlanFile::open(folder / "a.gpkg", PlanFile::Mode::read).plan(), *next),
                       "edit " << i);
  }
}

BOOST_AUTO_TEST_CASE(levels_that_come_go_and_change_their_names_are_followed) {
  TemporaryFolder folder;
  PlanFile file = PlanFile::create(folder / "a.gpkg", Plan{});
  const Plan full = random_plan(5);
  Plan renamed = full;
  std::swap(renamed.levels[0].name, renamed.levels[1].name);
  Plan less = full;
  std::erase_if(less.districts, [&](const DistrictPtr& d) { return d->level == full.levels[1].id; });
  less.levels.pop_back();
  Plan elsewhere = full;
  elsewhere.crs = {25832, {}};
  for (const Plan& plan : {full, renamed, less, full, elsewhere, Plan{}}) {
    file.save(std::make_shared<const Plan>(plan));
    BOOST_TEST(same_content(*PlanFile::open(folder / "a.gpkg", PlanFile::Mode::read).plan(), plan));
  }
}

BOOST_AUTO_TEST_CASE(a_closed_plan_is_one_file_and_in_no_special_mode) {
  TemporaryFolder folder;
  {
    PlanFile file = PlanFile::create(folder / "a.gpkg", random_plan(1));
    file.save(std::make_shared<const Plan>(random_plan(2)));
    BOOST_TEST(files_in(folder) > 1);
  }
  BOOST_TEST(files_in(folder) == 1);
  BOOST_TEST(static_cast<int>(bytes_of(folder / "a.gpkg")[18]) == 1);
}

BOOST_AUTO_TEST_CASE(a_plan_opened_read_only_stays_byte_for_byte_as_it_was) {
  TemporaryFolder folder;
  PlanFile::create(folder / "a.gpkg", random_plan(1));
  const std::string before = bytes_of(folder / "a.gpkg");
  {
    PlanFile file = PlanFile::open(folder / "a.gpkg", PlanFile::Mode::read);
    BOOST_TEST(file.read_only());
    BOOST_TEST(file.versions().empty());
    BOOST_TEST((kind_of([&] { file.save(std::make_shared<const Plan>()); }) == ErrorKind::read_only));
    BOOST_TEST((kind_of([&] { file.save_version("x"); }) == ErrorKind::read_only));
  }
  BOOST_TEST((bytes_of(folder / "a.gpkg") == before));
  BOOST_TEST(files_in(folder) == 1);
}

BOOST_AUTO_TEST_CASE(looking_at_a_plan_opened_for_writing_changes_nothing_either) {
  TemporaryFolder folder;
  PlanFile::create(folder / "a.gpkg", random_plan(1));
  const std::string before = bytes_of(folder / "a.gpkg");
  open_write(folder / "a.gpkg");
  BOOST_TEST((bytes_of(folder / "a.gpkg") == before));
  BOOST_TEST(files_in(folder) == 1);
}

BOOST_AUTO_TEST_CASE(a_wal_left_behind_is_read_without_touching_it_and_brought_in_order_by_the_next_writer) {
  TemporaryFolder folder;
  const Plan next = random_plan(2);
  {
    PlanFile file = PlanFile::create(folder / "live.gpkg", random_plan(1));
    file.save(std::make_shared<const Plan>(next));
    std::filesystem::copy(folder / "live.gpkg", folder / "dead.gpkg");
    std::filesystem::copy(folder / "live.gpkg-wal", folder / "dead.gpkg-wal");
    std::filesystem::copy(folder / "live.gpkg", folder / "alone.gpkg");
  }
  const std::string before = bytes_of(folder / "dead.gpkg");
  BOOST_TEST(same_content(*PlanFile::open(folder / "dead.gpkg", PlanFile::Mode::read).plan(), next));
  BOOST_TEST((bytes_of(folder / "dead.gpkg") == before));
  BOOST_TEST(same_content(*PlanFile::open(folder / "dead.gpkg", PlanFile::Mode::write).plan(), next));
  BOOST_TEST(!std::filesystem::exists(folder / "dead.gpkg-wal"));
  BOOST_TEST(same_content(*PlanFile::open(folder / "dead.gpkg", PlanFile::Mode::read).plan(), next));
  // Copied without its -wal: what is there is whole, and it is said that edits may be missing.
  const PlanFile alone = PlanFile::open(folder / "alone.gpkg", PlanFile::Mode::read);
  BOOST_TEST(alone.notices().size() == 1);
  BOOST_TEST(!std::filesystem::exists(folder / "alone.gpkg-wal"));
}

BOOST_AUTO_TEST_CASE(what_is_settled_is_in_the_file_alone_while_it_is_open) {
  TemporaryFolder folder;
  const Plan next = random_plan(2);
  PlanFile file = PlanFile::create(folder / "live.gpkg", random_plan(1));
  file.save(std::make_shared<const Plan>(next));
  std::filesystem::copy(folder / "live.gpkg", folder / "before.gpkg");
  file.settle();
  std::filesystem::copy(folder / "live.gpkg", folder / "after.gpkg");
  BOOST_TEST(!same_content(*PlanFile::open(folder / "before.gpkg", PlanFile::Mode::read).plan(), next));
  BOOST_TEST(same_content(*PlanFile::open(folder / "after.gpkg", PlanFile::Mode::read).plan(), next));
  // And it goes on being written as before.
  const Plan later = random_plan(3);
  file.save(std::make_shared<const Plan>(later));
  BOOST_TEST(same_content(*file.plan(), later));
}

BOOST_AUTO_TEST_CASE(a_second_writer_hears_who_has_the_plan_and_may_read_it) {
  TemporaryFolder folder;
  PlanFile first = PlanFile::create(folder / "a.gpkg", random_plan(1));
  const Plan next = random_plan(2);
  first.save(std::make_shared<const Plan>(next));
  try {
    open_write(folder / "a.gpkg");
    BOOST_FAIL("two writers");
  } catch (const Error& error) {
    BOOST_TEST((error.kind() == ErrorKind::in_use));
    BOOST_TEST(error.sentence().arguments.size() == 4);
    BOOST_TEST(std::get<std::string>(error.sentence().arguments[2]) != "?");
  }
  BOOST_TEST(same_content(*PlanFile::open(folder / "a.gpkg", PlanFile::Mode::read).plan(), next));
  BOOST_TEST((kind_of([&] { PlanFile::create(folder / "a.gpkg", Plan{}, true); }) == ErrorKind::in_use));
}

BOOST_AUTO_TEST_CASE(creating_overwrites_only_when_allowed_and_leaves_nothing_beside) {
  TemporaryFolder folder;
  PlanFile::create(folder / "a.gpkg", random_plan(1));
  BOOST_TEST((kind_of([&] { PlanFile::create(folder / "a.gpkg", Plan{}); }) == ErrorKind::exists));
  BOOST_TEST(same_content(*PlanFile::open(folder / "a.gpkg", PlanFile::Mode::read).plan(), random_plan(1)));
  std::ofstream(folder / "a.gpkg-wal") << "of an older file";
  PlanFile::create(folder / "a.gpkg", random_plan(2), true);
  BOOST_TEST(same_content(*PlanFile::open(folder / "a.gpkg", PlanFile::Mode::read).plan(), random_plan(2)));
  BOOST_TEST(files_in(folder) == 1);
  BOOST_TEST((kind_of([&] { PlanFile::create(folder / "none" / "a.gpkg", Plan{}); }) == ErrorKind::read_only));
}

BOOST_AUTO_TEST_CASE(a_copy_is_complete_and_closed_with_its_versions) {
  TemporaryFolder folder;
  PlanFile file = PlanFile::create(folder / "a.gpkg", random_plan(1));
  file.save_version("before the workshop");
  file.save(std::make_shared<const Plan>(random_plan(2)));
  file.save_copy(folder / "b.gpkg");
  BOOST_TEST((kind_of([&] { file.save_copy(folder / "b.gpkg"); }) == ErrorKind::exists));
  const PlanFile copy = PlanFile::open(folder / "b.gpkg", PlanFile::Mode::read);
  BOOST_TEST(same_content(*copy.plan(), random_plan(2)));
  BOOST_REQUIRE(copy.versions().size() == 1);
  BOOST_TEST(same_content(copy.version(copy.versions()[0].id), random_plan(1)));
  copy.save_copy(folder / "c.gpkg");
  BOOST_TEST(PlanFile::open(folder / "c.gpkg", PlanFile::Mode::read).versions().size() == 1);
  BOOST_TEST(!std::filesystem::exists(folder / "b.gpkg-wal"));
}

BOOST_AUTO_TEST_CASE(named_versions_give_back_the_whole_plan) {
  TemporaryFolder folder;
  PlanFile file = PlanFile::create(folder / "a.gpkg", random_plan(11));
  for (unsigned seed = 11; seed < 15; ++seed) {
    file.save(std::make_shared<const Plan>(random_plan(seed)));
    file.save_version("Fassung „" + std::to_string(seed) + "“");
  }
  const auto versions = file.versions();
  BOOST_REQUIRE(versions.size() == 4);
  BOOST_TEST(versions[1].name == "Fassung „12“");
  BOOST_TEST(versions[1].when.size() == 24);
  for (unsigned i = 0; i < 4; ++i) BOOST_TEST(same_content(file.version(versions[i].id), random_plan(11 + i)));
  BOOST_TEST((kind_of([&] { file.version(99); }) == ErrorKind::not_found));
}

BOOST_AUTO_TEST_SUITE_END()
