#include "model/assemble.h"

namespace yaodian {

void list_files(Site& site, const Content& content, const std::set<const ContentFile*>& used) {
  const auto list = [&](const std::string& folder, bool deep, std::vector<const Source*>& files) {
    for (const ContentFile& file : content.files) {
      if (!file.path.starts_with(folder) || !used.contains(&file)) continue;
      if (deep || file.path.find('/', folder.size()) == file.path.npos)
        files.push_back(file.source.get());
    }
  };
  for (Publisher& publisher : site.publishers) {
    list(publisher.id + "/", false, publisher.files);
    for (Plan& plan : publisher.plans) list(publisher.id + "/" + plan.year + "/", true, plan.files);
  }
}

}  // namespace yaodian
