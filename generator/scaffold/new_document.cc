#include "scaffold/make.h"
#include "scaffold/yaml_text.h"

namespace yaodian {

void make_document(const Request& request, Scaffold& made) {
  std::string text =
      "---\ntitle: " + yaml_text(request.title) + "\nkind: " + request.document_kind + "\n";
  if (!request.department.empty()) text += "department: " + yaml_text(request.department) + "\n";
  text += "---\n## 一、工作目标\n\n（在这里写正文。）\n";
  made.files.push_back({request.publisher + "/" + request.year + "/documents/" + request.id + ".md",
                        std::move(text)});
  made.steps.push_back(
      {{"写正文；说到目标的数写成 [88%以上](target:编号)，放进表写 ![题名](table:编号)",
        "write the text; link figures, [88%](target:ID), and embed tables, ![caption](table:ID)"},
       {},
       {}});
}

}  // namespace yaodian
