#include "layers/raster.h"

#include <QImage>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "gis/plan/edits.h"
#include "layers/paper.h"
#include "tests/support/sample.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::layers;
using namespace smile::tests;

namespace {

const QColor red(200, 30, 30);
const QColor green(20, 140, 60);

RasterImagePtr picture_of(const Box& ground, const QColor& colour, int pixels = 50) {
  auto image = std::make_shared<RasterImage>();
  image->ground = ground;
  image->width = image->height = pixels;
  for (int i = 0; i < pixels * pixels; ++i)
    for (const int channel : {colour.red(), colour.green(), colour.blue(), colour.alpha()})
      image->rgba.push_back(static_cast<std::uint8_t>(channel));
  return image;
}

/// The sample city with a layer of pictures; measures, names and borders are off, so that colours can be asked for.
struct WithPicture {
  Plan plan = sample_plan();
  Id layer = 0;
  Camera camera;

  WithPicture() {
    MapLayer map;
    map.name = "Karte";
    map.content = LayerContent::raster;
    map.source.file = "karte.png";
    map.source.crs = "EPSG:25833";
    plan.crs = crs_from_epsg(25833);
    plan = add_layer(map, {}).apply(plan);
    layer = plan.layers.front()->id;
    plan.style.choropleth.figure.clear();
    for (const char* name : {"measures", "district_labels", "district_borders"}) settings(name).visible = false;
    camera = fit(extent(plan), {600, 400}, 0);
  }
  LayerSettings& settings(const std::string& name) {
    for (LayerSettings& one : plan.style.layers)
      if (one.layer == name) return one;
    throw std::runtime_error("no such layer");
  }
  QImage drawn(const RasterSet& rasters) const {
    MapSettings map;
    map.style = plan.style;
    const MapScene scene(std::make_shared<const Plan>(plan), map);
    return render(scene, camera, {}, nullptr, rasters).image;
  }
  QColor at(const QImage& image, Point ground) const { return image.pixelColor(camera.to_screen(ground).toPoint()); }
};

bool is_like(const QColor& a, const QColor& b, int by = 4) {
  return std::abs(a.red() - b.red()) <= by && std::abs(a.green() - b.green()) <= by &&
         std::abs(a.blue() - b.blue()) <= by;
}

const Box whole{299000, 5999000, 307000, 6005000};
constexpr Point middle{303500, 6002300};

}  // namespace

BOOST_AUTO_TEST_SUITE(raster)

BOOST_FIXTURE_TEST_CASE(a_picture_comes_in_below_the_districts_which_let_it_through, WithPicture) {
  BOOST_TEST(plan.style.layers.back().layer == layer_key(layer));
  const QColor land = palette(Theme::light).land;
  BOOST_TEST(is_like(at(drawn({}), middle), land));  // until it is there, the map is as ever
  BOOST_TEST(is_like(at(drawn({{layer, {picture_of(whole, red)}}}), middle), red));
  // Coloured districts are a glaze.
  plan.style.choropleth.figure = "inhabitants";
  const QColor plain = at(drawn({}), middle);
  const QColor glazed = at(drawn({{layer, {picture_of(whole, red)}}}), middle);
  BOOST_TEST(!is_like(glazed, plain, 20));
  BOOST_TEST(!is_like(glazed, red, 20));
}

BOOST_FIXTURE_TEST_CASE(a_picture_lies_where_it_belongs_whatever_its_resolution, WithPicture) {
  const Box west{300000, 6000000, 303000, 6004000};
  for (const int pixels : {3, 50, 1200}) {
    const QImage image = drawn({{layer, {picture_of(west, red, pixels)}}});
    BOOST_TEST(is_like(at(image, {302900, 6002300}), red));
    BOOST_TEST(!is_like(at(image, {303100, 6002300}), red, 60));
  }
  // Seen from so close that the picture is far larger than the screen.
  camera.metres_per_pixel = 0.1;
  camera.centre = {303000, 6002000};
  const QImage close = drawn({{layer, {picture_of(west, red)}}});
  BOOST_TEST(is_like(at(close, {302995, 6002000}), red));
  BOOST_TEST(!is_like(at(close, {303005, 6002000}), red, 60));
}

BOOST_FIXTURE_TEST_CASE(opacity_scale_and_sight_hold_for_pictures_too, WithPicture) {
  const RasterSet rasters{{layer, {picture_of(whole, red)}}};
  settings(layer_key(layer)).opacity = 0.5;
  const QColor half = at(drawn(rasters), middle);
  BOOST_TEST(half.green() > red.green() + 60);
  settings(layer_key(layer)).opacity = 1;
  settings(layer_key(layer)).farthest = camera.scale_denominator() / 2;
  BOOST_TEST(is_like(at(drawn(rasters), middle), palette(Theme::light).land));
  settings(layer_key(layer)).farthest = 0;
  settings(layer_key(layer)).visible = false;
  BOOST_TEST(is_like(at(drawn(rasters), middle), palette(Theme::light).land));
}

BOOST_FIXTURE_TEST_CASE(the_newest_picture_wins_and_an_older_one_shows_only_where_it_ends, WithPicture) {
  const Box west{300000, 6000000, 303000, 6004000};
  const QColor half_clear(20, 140, 60, 128);
  const QImage image = drawn({{layer, {picture_of(whole, red), picture_of(west, half_clear)}}});
  BOOST_TEST(is_like(at(image, {304000, 6002300}), red));
  BOOST_TEST(at(image, {302000, 6002300}).red() < 160);  // the red one does not shine through
}

BOOST_FIXTURE_TEST_CASE(what_is_kept_between_two_maps_is_drawn_anew_when_a_picture_comes, WithPicture) {
  MapSettings map;
  map.style = plan.style;
  const MapScene scene(std::make_shared<const Plan>(plan), map);
  RenderMemory memory;
  const auto at_middle = [&](const RasterSet& rasters) {
    return at(render(scene, camera, {}, &memory, rasters).image, middle);
  };
  BOOST_TEST(is_like(at_middle({}), palette(Theme::light).land));
  BOOST_TEST(is_like(at_middle({{layer, {picture_of(whole, red)}}}), red));
  BOOST_TEST(is_like(at_middle({{layer, {picture_of(whole, green)}}}), green));
  camera = panned(camera, {30, 20});  // the ground is moved, its edges are drawn
  const RasterSet small{{layer, {picture_of({300000, 6000000, 301000, 6001000}, red)}}};
  const QImage kept = render(scene, camera, {}, &memory, small).image;
  camera = panned(camera, {-10, -60});
  const QImage moved = render(scene, camera, {}, &memory, small).image;
  BOOST_TEST(is_like(at(moved, middle), at(drawn(small), middle)));
  BOOST_TEST(is_like(at(moved, {305000, 6003500}), at(drawn(small), {305000, 6003500})));
}

BOOST_FIXTURE_TEST_CASE(a_picture_above_the_districts_covers_them, WithPicture) {
  auto& layers = plan.style.layers;
  std::rotate(layers.begin(), layers.end() - 1, layers.end());
  plan.style.choropleth.figure = "inhabitants";
  const QImage image = drawn({{layer, {picture_of({300000, 6000000, 303000, 6004000}, red)}}});
  BOOST_TEST(is_like(at(image, {302000, 6002300}), red));
  plan.style.layers.erase(plan.style.layers.begin());
  BOOST_TEST(is_like(at(image, middle), at(drawn({}), middle)));  // beside it they are coloured as ever
}

BOOST_FIXTURE_TEST_CASE(paper_reads_the_picture_itself_and_says_what_is_missing, WithPicture) {
  const TemporaryFolder folder;
  QImage file(80, 60, QImage::Format_RGB32);
  file.fill(green);
  file.save(QString::fromStdString((folder / "karte.png").string()));
  std::ofstream(folder / "karte.pgw") << "100\n0\n0\n-100\n299050\n6004950\n";
  PaperSettings settings;
  settings.folder = folder.path();
  const auto shared = std::make_shared<const Plan>(plan);
  BOOST_TEST(write_map(shared, settings, folder / "karte_aus.png").empty());
  const QImage page(QString::fromStdString((folder / "karte_aus.png").string()));
  BOOST_TEST(is_like(page.pixelColor(page.width() / 3, page.height() / 2), green));
  for (const char* name : {"aus.pdf", "aus.svg"}) {
    BOOST_TEST(write_map(shared, settings, folder / name).empty());
    std::ifstream in(folder / name, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    BOOST_TEST((bytes.find("/Subtype /Image") != std::string::npos || bytes.find("<image ") != std::string::npos));
  }
  std::filesystem::remove(folder / "karte.png");
  const Issues issues = write_map(shared, settings, folder / "ohne.png");
  BOOST_REQUIRE(issues.size() == 1U);
  BOOST_TEST(issues[0].kind == "layer_missing");
}

BOOST_FIXTURE_TEST_CASE(grey_takes_the_colours_and_leaves_the_light, WithPicture) {
  RasterImage image = *picture_of(whole, QColor(200, 30, 30, 90));
  make_grey(image);
  BOOST_TEST(image.rgba[0] == image.rgba[1]);
  BOOST_TEST(image.rgba[0] == image.rgba[2]);
  BOOST_TEST(int{image.rgba[0]} == 81);
  BOOST_TEST(int{image.rgba[3]} == 90);
}

BOOST_AUTO_TEST_SUITE_END()
