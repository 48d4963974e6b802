#include "publish/rollback.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "base/files.h"
#include "publish/manifest.h"

namespace yaodian {
namespace {

// Stages the files of the site in FOLDER, with its manifest OURS.
void stage(SitePlace& place, const std::filesystem::path& folder, const Manifest& ours) {
  const Descriptor earlier(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (earlier.number() < 0) {
    place.fail(folder, last_error());
    return;
  }
  for (const std::string& path : ours.paths()) {
    if (!place.make_folder_of(path) || !place.link(earlier.number(), path)) return;
  }
  place.link(earlier.number(), std::string(kManifest));
}

bool is_site(const std::filesystem::path& folder) {
  struct stat status;
  return ::stat((folder / kManifest).c_str(), &status) == 0;
}

}  // namespace

Rollback roll_back(const std::filesystem::path& output, size_t number, const OnWait& on_wait) {
  Rollback result;
  SitePlace place(output);
  place.claim(on_wait);
  const std::filesystem::path folder = place.earlier(number);
  const Manifest earlier = read_manifest(folder);
  struct stat status;
  if (place.ok() && ::stat((folder / kManifest).c_str(), &status) != 0) {
    while (result.kept < number && is_site(place.earlier(result.kept + 1))) ++result.kept;
    place.fail(place.output(), Text{"没有保留更早的网站；发布时加 --keep 1 才会保留",
                                    "no earlier site was kept; publish with --keep 1 to keep one"});
  }
  if (place.ok()) {
    const Manifest ours = read_manifest(place.output());
    stage(place, folder, earlier);
    place.keep_foreign_files(ours, earlier);
    place.put_in_place(number);
    result.published = status.st_mtime;
    result.files = earlier.paths().size();
  }
  result.failure = place.failure();
  return result;
}

}  // namespace yaodian
